"""A value read from a page together with how it was found."""

from __future__ import annotations

import datetime
from dataclasses import dataclass


@dataclass(frozen=True)
class Guess:
    """Words for a field, the kind of evidence as a short code, and how sure it is (0 to 1)."""

    text: str
    source: str
    confidence: float


@dataclass(frozen=True)
class Dated:
    """A day with its kind of evidence and how sure it is (0 to 1)."""

    day: datetime.date
    source: str
    confidence: float


@dataclass(frozen=True)
class Hints:
    """What the markup of a page tells of an article, apart from its text; empty for plain text."""

    headline: Guess | None = None
    section: Guess | None = None
    byline: Guess | None = None
    published: Dated | None = None
    language: str | None = None
    rating: float | None = None
    no_votes: bool = False
