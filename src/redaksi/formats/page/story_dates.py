"""Tells the story's own day from the day that the page shows."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from redaksi.formats.page.date_lines import DateLine, DateRole
from redaksi.formats.page.dates import DateMention, dates_in, resolve
from redaksi.formats.page.guesses import Dated

_APART = datetime.timedelta(days=60)
_HISTORY = datetime.timedelta(days=3650)
_NOT_THE_DAY = re.compile(
    r"\b(?:akan|mendatang|depan|hingga|sampai|sejak|rencananya|lahir|will|next|until|since|upcoming|born)\b",
    re.IGNORECASE,
)
_REACH_BACK = 45
_DATELINE_REACH = 60
_MOST_PARAGRAPHS = 400


@dataclass(frozen=True)
class HeaderDate:
    """A date line outside the body; `below_headline` is where bylines stand."""

    line: DateLine
    below_headline: bool

    @property
    def is_stamp(self) -> bool:
        """Whether it says when the story was published: labelled so, or with a time below it."""
        published = self.line.role is DateRole.PUBLISHED
        return published or (self.line.has_time and self.line.role is DateRole.BARE)


def choose_dates(
    header: Sequence[HeaderDate],
    body: Sequence[str],
    *,
    published: Dated | None,
    now: datetime.date,
) -> tuple[Dated | None, Dated | None]:
    """The story's date and the page's date; neither is ever after `now`.

    A date in the body whose weekday agrees with the calendar beats a bare date in the header.
    """
    stamped = _resolved(header, now)
    reference = published.day if published else max((day for _, day in stamped), default=None)
    in_body = list(_body_dates(body, reference, now))
    page = _page_date(stamped, in_body, now)
    candidates = [published] if published and published.day <= now else []
    candidates += [_header_date(h, day, in_body, now) for h, day in stamped]
    candidates += in_body
    story = max(candidates, key=lambda dated: dated.confidence, default=None)
    return story, page


def _resolved(
    header: Sequence[HeaderDate], now: datetime.date
) -> list[tuple[HeaderDate, datetime.date]]:
    days = [(entry, resolve(entry.line.mention, latest=now)) for entry in header]
    return [(entry, day) for entry, day in days if day]


def _page_date(
    header: Sequence[tuple[HeaderDate, datetime.date]], body: Sequence[Dated], now: datetime.date
) -> Dated | None:
    for entry, day in header:
        if not entry.is_stamp and entry.line.role is DateRole.BARE:
            sure = 0.9 if not entry.below_headline or day == now else 0.6
            return Dated(day, "date_line", sure)
    late = [day for entry, day in header if not entry.below_headline and _is_late(day, body)]
    return Dated(late[0], "date_line", 0.6) if late else None


def _header_date(
    entry: HeaderDate, day: datetime.date, body: Sequence[Dated], now: datetime.date
) -> Dated:
    if entry.line.role is DateRole.UPDATED:
        return Dated(day, "updated_line", 0.4)
    if entry.line.role is DateRole.PUBLISHED:
        return Dated(day, "published_line", 0.9)
    if entry.is_stamp and (entry.below_headline or not _is_late(day, body)):
        return Dated(day, "published_line", 0.88 if entry.below_headline else 0.6)
    if day == now or _is_late(day, body):
        return Dated(day, "page_date", 0.2)
    return Dated(day, "date_line", 0.6 if entry.below_headline else 0.4)


def _is_late(day: datetime.date, body: Sequence[Dated]) -> bool:
    """Whether a header date is that of looking at the page: long after all dates in the text."""
    recent = [dated.day for dated in body if dated.confidence >= 0.5]
    return bool(recent) and all(day - earlier > _APART for earlier in recent)


def _body_dates(
    body: Sequence[str], reference: datetime.date | None, now: datetime.date
) -> Iterator[Dated]:
    """The dates in the text in their order, later ones a trifle less sure."""
    found = [
        (place, text, mention)
        for place, text in enumerate(body[:_MOST_PARAGRAPHS])
        for mention in dates_in(text)
    ]
    full = next((m.date for _, _, m in found if m.date and m.date <= now), None)
    latest = reference or (min(now, full + _APART) if full else now)
    for order, (place, text, mention) in enumerate(found):
        dated = _body_date(mention, latest, now, has_reference=bool(reference or full))
        if dated and now - dated.day < _HISTORY:
            sure = dated.confidence - _doubt(place, text, mention) - min(order, 20) * 0.005
            yield Dated(dated.day, "text", round(max(sure, 0.05), 3))


def _body_date(
    mention: DateMention, latest: datetime.date, now: datetime.date, *, has_reference: bool
) -> Dated | None:
    day = resolve(mention, latest=now if mention.year else latest)
    if not day and mention.year:
        return None
    if not day:
        anyway = mention.on(latest.year)
        return Dated(anyway, "text", 0.2) if anyway and anyway <= now else None
    agrees = mention.agrees_in(day.year)
    if mention.year:
        return Dated(day, "text", {True: 0.85, None: 0.5, False: 0.3}[agrees])
    sure = 0.75 if agrees else 0.35
    return Dated(day, "text", sure if has_reference else sure - 0.25)


def _doubt(place: int, text: str, mention: DateMention) -> float:
    """How much the words before a date speak against its being the story's day."""
    if place == 0 and mention.end <= _DATELINE_REACH and not mention.weekday:
        return -0.3
    before = text[max(0, mention.start - _REACH_BACK) : mention.start]
    return 0.4 if _NOT_THE_DAY.search(before) else 0.0
