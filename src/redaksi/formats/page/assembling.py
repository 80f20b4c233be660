"""Puts the proposed article together, or says why there is none."""

from __future__ import annotations

import datetime
import re
from collections.abc import Sequence

from redaksi.formats.page.errors import NoArticleFound, Reason
from redaksi.formats.page.findings import Findings, find_fields, find_rating
from redaksi.formats.page.guesses import Dated, Guess, Hints
from redaksi.formats.page.mojibake import repair
from redaksi.formats.page.prose import ends_a_sentence, is_prose
from redaksi.formats.page.reading import Dropped, Image, PageReading
from redaksi.formats.page.sorting import Sorted
from redaksi.formats.page.whys import Why

_MOST_DROPPED, _LONGEST_DROPPED = 300, 300
_FEWEST_SENTENCES, _FEWEST_IN_ALL = 3, 18
_FEWEST_WORDS, _MENU_WORDS, _SHORT_NOTICE = 12, 2, 60
_NOTICE = re.compile(
    r"\b(?:40[0134]|410|50[0234])\b|not found|tidak ditemukan|forbidden|access denied|akses ditolak"
    r"|just a moment|internal server error|service unavailable|bad gateway|are you a robot",
    re.IGNORECASE,
)


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
        headline=_text(found.headline),
        section=_text(found.section),
        byline=_text(found.byline),
        dateline=_text(found.dateline),
        story_date=_day(found.story_date),
        page_date=_day(found.page_date),
        paragraphs=paragraphs,
        credit_line=_text(found.credit_line),
        rating=rating,
        language=_text(found.language),
        dropped=_dropped(parts, found),
        confidence=confidence,
        sources=sources,
        foreign_images=tuple(images),
        repairs=repairs,
    )


def _text(guess: Guess | None) -> str | None:
    return guess.text if guess else None


def _day(dated: Dated | None) -> datetime.date | None:
    return dated.day if dated else None


def _check(parts: Sorted) -> None:
    words = sum(text.count(" ") + 1 for text in parts.body)
    title = parts.headline.text if parts.headline else ""
    if words < _SHORT_NOTICE and _NOTICE.search(title):
        raise NoArticleFound(Reason.ONLY_CHROME)
    if any(is_prose(text) or text.count(" ") >= _FEWEST_WORDS for text in parts.body):
        return
    if sum(map(ends_a_sentence, parts.body)) >= _FEWEST_SENTENCES and words >= _FEWEST_IN_ALL:
        return
    loose = [text for text in [*parts.body, title] if text]
    is_text = any(text.count(" ") >= _MENU_WORDS for text in loose)
    raise NoArticleFound(Reason.TOO_SHORT if is_text else Reason.ONLY_CHROME)


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
    kept = {guess.text for _, guess in found.items() if isinstance(guess, Guess)}
    listed = {item.text for item in parts.dropped}
    loose = [
        Dropped(text, Why.BEFORE_BODY)
        for text in [*parts.above, *parts.below_headline]
        if text not in listed and text not in kept
    ]
    items = [item for item in [*loose, *parts.dropped] if item.text]
    return tuple(Dropped(i.text[:_LONGEST_DROPPED], str(i.why)) for i in items[:_MOST_DROPPED])
