"""Finds the fields of an article in its sorted lines and in what the markup tells."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from redaksi.formats.page.bylines import byline_of
from redaksi.formats.page.date_lines import date_line
from redaksi.formats.page.datelines import dateline_of
from redaksi.formats.page.endings import credit_after
from redaksi.formats.page.guesses import Dated, Guess, Hints
from redaksi.formats.page.headlines import same_headline
from redaksi.formats.page.language import language_of
from redaksi.formats.page.sections import named_section, section_line
from redaksi.formats.page.sorting import Sorted
from redaksi.formats.page.stars import rating_in
from redaksi.formats.page.story_dates import HeaderDate, choose_dates
from redaksi.formats.page.whys import Why


@dataclass(frozen=True)
class Findings:
    """The guess for each field; the field names are those of PageReading."""

    headline: Guess | None
    section: Guess | None
    byline: Guess | None
    dateline: Guess | None
    credit_line: Guess | None
    language: Guess | None
    story_date: Dated | None
    page_date: Dated | None

    def items(self) -> Iterator[tuple[str, Guess | Dated]]:
        """The fields that were found, with their guesses."""
        for name, guess in vars(self).items():
            if guess:
                yield name, guess


def find_fields(
    parts: Sorted, hints: Hints, paragraphs: Sequence[str], now: datetime.date
) -> Findings:
    """The guesses for all fields but the rating."""
    header = [
        *header_dates(parts.above, below=False),
        *header_dates(parts.below_headline, below=True),
    ]
    story, page = choose_dates(header, paragraphs, published=hints.published, now=now)
    return Findings(
        headline=_headline(parts, hints),
        section=_section(parts, hints),
        byline=hints.byline or byline_of(parts),
        dateline=_dateline(paragraphs),
        credit_line=parts.credit or credit_after(paragraphs[-1]) or _agency(paragraphs),
        language=language_of(paragraphs, hints.language),
        story_date=story,
        page_date=page,
    )


def find_rating(parts: Sorted, hints: Hints) -> float | None:
    """The readers' rating, None when the page says that nobody voted or nothing at all."""
    if hints.no_votes:
        return None
    lines = (line.text for line, _ in parts.furniture if line.why is Why.RATING)
    return hints.rating or rating_in(lines)


def header_dates(lines: Sequence[str], *, below: bool) -> Iterator[HeaderDate]:
    """The date lines among these lines above or below the headline."""
    for text in lines:
        found = date_line(text)
        if found:
            yield HeaderDate(found, below)


def _headline(parts: Sorted, hints: Hints) -> Guess | None:
    """The title of the page, unless a line above the text is the likelier headline."""
    hint, line = hints.headline, parts.headline
    if hint and (
        not line or line.confidence <= hint.confidence or same_headline(line.text, hint.text)
    ):
        return hint
    return Guess(line.text, "line", line.confidence) if line else None


def _section(parts: Sorted, hints: Hints) -> Guess | None:
    headline = parts.headline.text if parts.headline else None
    named = named_section([*parts.above, *parts.below_headline], headline)
    return hints.section or named or section_line(parts.above)


def _dateline(paragraphs: Sequence[str]) -> Guess | None:
    found, _ = dateline_of(paragraphs)
    return Guess(found.place, "first_words", found.confidence) if found else None


def _agency(paragraphs: Sequence[str]) -> Guess | None:
    """The agency in the brackets of the dateline: "Mataram (ANTARA) - "."""
    found, _ = dateline_of(paragraphs)
    return Guess(found.agency, "first_words", 0.6) if found and found.agency else None
