"""What was read from a page: a proposal for an article, with confidence and source by field."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from typing import Any

from redaksi.formats.page.datelines import without_dateline
from redaksi.formats.page.endings import without_credit

UNSURE_BELOW = 0.5
"""A field with less confidence than this is marked for the editor."""


@dataclass(frozen=True)
class Dropped:
    """Text that was left out of the article; `why` is a short code such as "navigation"."""

    text: str
    why: str


@dataclass(frozen=True)
class Image:
    """A picture inside the body that could be offered for import; `src` as written in the page."""

    src: str
    alt: str


@dataclass(frozen=True)
class Repair:
    """A paragraph whose encoding looked broken; `applied` says whether the repair was used."""

    before: str
    after: str
    applied: bool


@dataclass(frozen=True)
class PageReading:
    """An article as proposed from a page.

    `paragraphs` are the words as they stood on the page, dateline and initials included.
    `story_date` is the story's own day, `page_date` the day that the page itself shows.
    `rating` is the readers' mean out of five, None when nobody voted.
    `confidence` (0 to 1) and `sources` have a key for each field that was found.
    """

    headline: str | None
    section: str | None
    byline: str | None
    dateline: str | None
    story_date: datetime.date | None
    page_date: datetime.date | None
    paragraphs: tuple[str, ...]
    credit_line: str | None
    rating: float | None
    language: str | None
    dropped: tuple[Dropped, ...] = ()
    confidence: Mapping[str, float] = field(default_factory=dict)
    sources: Mapping[str, str] = field(default_factory=dict)
    foreign_images: tuple[Image, ...] = ()
    repairs: tuple[Repair, ...] = ()

    @property
    def section_confidence(self) -> float:
        """How sure the proposed section is, 0 to 1; 0 when there is none."""
        return self.confidence.get("section", 0.0)

    @property
    def body_paragraphs(self) -> tuple[str, ...]:
        """The paragraphs for an editor that keeps dateline and credit in fields of their own.

        The dateline ("Jakarta - ") is taken off the front and bracketed initials off the end.
        """
        texts = without_dateline(self.paragraphs) if self.dateline else self.paragraphs
        return without_credit(texts, self.credit_line)

    @property
    def unsure(self) -> tuple[str, ...]:
        """The names of the fields that an editor should look at."""
        return tuple(name for name, sure in self.confidence.items() if sure < UNSURE_BELOW)

    def as_json(self) -> dict[str, Any]:
        """The reading as plain JSON values, dates in ISO 8601 form."""
        return asdict(self) | {
            "section_confidence": self.section_confidence,
            "story_date": self.story_date and self.story_date.isoformat(),
            "page_date": self.page_date and self.page_date.isoformat(),
            "unsure": self.unsure,
        }

    @classmethod
    def from_json(cls, values: Mapping[str, Any]) -> PageReading:
        """The reading that `as_json` wrote; the inverse of it."""
        given = {name: values[name] for name in cls.__dataclass_fields__ if name in values}
        for name in ("story_date", "page_date"):
            given[name] = given[name] and datetime.date.fromisoformat(given[name])
        for name, kind in (("dropped", Dropped), ("foreign_images", Image), ("repairs", Repair)):
            given[name] = tuple(kind(**item) for item in given[name])
        return cls(**given | {"paragraphs": tuple(given["paragraphs"])})
