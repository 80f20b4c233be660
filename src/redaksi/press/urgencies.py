"""Says how soon a page is wanted: the lower the number, the sooner."""

from __future__ import annotations

AT_ONCE = 0
"""What was just published."""

FRONT = 1
"""The home page."""

SECTIONS = 3
"""Pages of sections."""

OFTEN = 4
"""What aggregators and search engines look at often."""

NEXT = 5
"""Feeds with full texts."""

SOON = 10
"""What else shows it."""

LATER = 50
"""Every other page."""

FAILED = 90
"""A page that could not be made the last time."""
