"""Redaksi: the system a newsroom writes, checks, publishes and keeps its news with."""
