"""Decides on conditional requests: 304 or not, a range or not (RFC 9110, 13)."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from email.utils import formatdate, parsedate_to_datetime

_TAG = re.compile(r'\s*(?:W/)?("[\x21\x23-\x7e\x80-\xff]*")\s*(?:,|$)')


def http_date(seconds: int) -> str:
    """Write seconds since 1970 as ``Last-Modified`` wants them."""
    return formatdate(seconds, usegmt=True)


def is_named(header: str, tag: str) -> bool:
    """Whether ``If-None-Match`` names the entity tag; the comparison is the weak one."""
    if header.strip() == "*":
        return True
    opaque = tag.removeprefix("W/")
    at = 0
    while found := _TAG.match(header, at):
        if found[1] == opaque:
            return True
        at = found.end()
    return False


def is_unchanged_since(header: str, modified: int) -> bool:
    """Whether nothing changed after the date of ``If-Modified-Since``; no date, no condition."""
    date = _seconds(header)
    return date is not None and modified <= date


def range_still_holds(header: str, tag: str, modified: int) -> bool:
    """Whether ``If-Range`` names this very representation: strong tag or exact date."""
    if header.endswith('"'):
        return header == tag and not tag.startswith("W/")
    return _seconds(header) == modified


def _seconds(header: str) -> int | None:
    try:
        date = parsedate_to_datetime(header)
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
    if date.tzinfo is None:
        date = date.replace(tzinfo=UTC)
    try:
        return int((date - datetime(1970, 1, 1, tzinfo=UTC)).total_seconds())
    except OverflowError:
        return None
