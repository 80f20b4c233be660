"""Breaks what can break, on purpose: kills, full disks, locked and restarted databases."""
