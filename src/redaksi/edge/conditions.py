"""Decides on conditional requests: 304, 412 or neither, a range or not (RFC 9110, 13)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC, datetime
from email.utils import formatdate, parsedate_to_datetime

#: Members of a list may be empty (RFC 9110, 5.6.1).
_TAG = re.compile(r'[\s,]*(W/)?("[\x21\x23-\x7e\x80-\xff]*")\s*(?:,|$)')


def http_date(seconds: int) -> str:
    """Write seconds since 1970 as ``Last-Modified`` wants them."""
    return formatdate(seconds, usegmt=True)


def is_named(header: str, tag: str) -> bool:
    """Whether ``If-None-Match`` names the entity tag; the comparison is the weak one."""
    opaque = tag.removeprefix("W/")
    return header.strip() == "*" or any(named == opaque for _weak, named in _tags(header))


def is_demanded(header: str, tag: str) -> bool:
    """Whether ``If-Match`` names the entity tag; the comparison is the strong one."""
    return header.strip() == "*" or any(named == tag for weak, named in _tags(header) if not weak)


def _tags(header: str) -> Iterator[tuple[str, str]]:
    at = 0
    while found := _TAG.match(header, at):
        yield found[1] or "", found[2]
        at = found.end()


def is_unchanged_since(header: str, modified: int) -> bool:
    """Whether nothing changed after the date of ``If-Modified-Since``; no date, no condition."""
    date = _seconds(header)
    return date is not None and modified <= date


def is_changed_since(header: str, modified: int) -> bool:
    """Whether it changed after the date of ``If-Unmodified-Since``; no date, no condition."""
    date = _seconds(header)
    return date is not None and modified > date


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
