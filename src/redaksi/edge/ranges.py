"""Reads ``Range`` of a file request: which bytes a reader wants (RFC 9110, 14)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise

MOST_RANGES = 8
_RANGE = re.compile(r"([0-9]{0,18})-([0-9]{0,18})")


class Unsatisfiable(Exception):
    """No byte of the file lies in what was asked for: 416."""


@dataclass(frozen=True)
class Span:
    """The bytes from ``first`` to ``last``, both included, counted from 0."""

    first: int
    last: int

    @property
    def length(self) -> int:
        """How many bytes these are."""
        return self.last - self.first + 1

    def written(self, size: int) -> str:
        """Write the value of ``Content-Range``."""
        return f"bytes {self.first}-{self.last}/{size}"


def wanted_spans(header: str, size: int) -> list[Span]:
    """Return the spans asked for, in their order; none when the whole file is to be sent.

    The whole file answers what cannot be read, other units, and requests with more than
    ``MOST_RANGES`` or overlapping ranges, which RFC 9110 (14.2) lets a server ignore.

    Raises:
        Unsatisfiable: when every range lies beyond the end.
    """
    unit, equals, text = header.partition("=")
    parts = [part.strip() for part in text.split(",") if part.strip()]
    if not equals or unit.strip().lower() != "bytes" or not 0 < len(parts) <= MOST_RANGES:
        return []
    bounds = [_bounds(part) for part in parts]
    if None in bounds:
        return []
    spans = [span for bound in bounds if bound and (span := _span(*bound, size))]
    if not spans:
        raise Unsatisfiable
    return [] if _overlap(spans) else spans


def _bounds(part: str) -> tuple[int | None, int | None] | None:
    found = _RANGE.fullmatch(part)
    if found is None or part == "-":
        return None
    first, last = (int(digits) if digits else None for digits in found.groups())
    return None if first is not None and last is not None and last < first else (first, last)


def _span(first: int | None, last: int | None, size: int) -> Span | None:
    if first is None:
        first, last = max(0, size - (last or 0)), size - 1
    last = size - 1 if last is None else min(last, size - 1)
    return Span(first, last) if first <= last else None


def _overlap(spans: list[Span]) -> bool:
    ordered = sorted(spans, key=lambda span: span.first)
    return any(later.first <= earlier.last for earlier, later in pairwise(ordered))
