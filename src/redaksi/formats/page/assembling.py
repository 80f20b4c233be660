"""Puts the proposed article together, or says why there is none."""

from __future__ import annotations

import datetime
from collections.abc import Sequence

from redaksi.formats.page.errors import NoArticleFound, Reason
from redaksi.formats.page.findings import Findings, find_fields, find_rating
from redaksi.formats.page.furniture import Why
from redaksi.formats.page.guesses import Guess, Hints
from redaksi.formats.page.mojibake import repair
from redaksi.formats.page.prose import is_prose
from redaksi.formats.page.reading import Dropped, Image, PageReading
from redaksi.formats.page.sorting import Sorted

_MOST_DROPPED, _LONGEST_DROPPED = 300, 300
_FEWEST_WORDS = 12


def assemble(
    parts: Sorted,
    hints: Hints,
    *,
    now: datetime.date,
    images: Sequence[Image] = (),
    body: Guess | None = None,
) -> PageReading:
    """The proposed article; raises NoArticleFound when the lines hold none."""
    _check(parts)
    paragraphs, repairs = repair(parts.body)
    found = find_fields(parts, hints, paragraphs, now)
    rating = find_rating(parts, hints)
    confidence, sources = _evidence(found, rating)
    body = body or Guess("", "lines", _body_confidence(paragraphs))
    confidence["paragraphs"], sources["paragraphs"] = body.confidence, body.source
    return PageReading(
        headline=found.headline and found.headline.text,
        section=found.section and found.section.text,
        byline=found.byline and found.byline.text,
        dateline=found.dateline and found.dateline.text,
        story_date=found.story_date and found.story_date.day,
        page_date=found.page_date and found.page_date.day,
        paragraphs=paragraphs,
        credit_line=found.credit_line and found.credit_line.text,
        rating=rating,
        language=found.language and found.language.text,
        dropped=_dropped(parts, found),
        confidence=confidence,
        sources=sources,
        foreign_images=tuple(images),
        repairs=repairs,
    )


def _check(parts: Sorted) -> None:
    if any(is_prose(text) or text.count(" ") >= _FEWEST_WORDS for text in parts.body):
        return
    texts = parts.body or [parts.headline.text] if parts.headline else parts.body
    raise NoArticleFound(Reason.TOO_SHORT if texts else Reason.ONLY_CHROME)


def _evidence(found: Findings, rating: float | None) -> tuple[dict[str, float], dict[str, str]]:
    confidence = {name: round(guess.confidence, 3) for name, guess in found.items()}
    sources = {name: guess.source for name, guess in found.items()}
    if rating is not None:
        confidence["rating"], sources["rating"] = 0.8, "stars"
    return confidence, sources


def _body_confidence(paragraphs: Sequence[str]) -> float:
    """Text that mostly consists of sentences is a body; loose lines may be anything."""
    sentences = sum(map(is_prose, paragraphs))
    return round(0.5 + 0.45 * sentences / len(paragraphs), 3)


def _dropped(parts: Sorted, found: Findings) -> tuple[Dropped, ...]:
    """What was left out: labelled lines, and lines above the body that became no field."""
    kept = {guess.text for _, guess in found.items() if hasattr(guess, "text")}
    listed = {item.text for item in parts.dropped}
    loose = [
        Dropped(text, Why.BEFORE_BODY)
        for text in [*parts.above, *parts.below_headline]
        if text not in listed and text not in kept
    ]
    items = [item for item in [*loose, *parts.dropped] if item.text]
    return tuple(Dropped(i.text[:_LONGEST_DROPPED], str(i.why)) for i in items[:_MOST_DROPPED])
