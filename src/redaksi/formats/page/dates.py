"""Finds dates in Indonesian and English text: "Minggu, 30 Januari 2022", "Jan 30", "(30/1)"."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator
from dataclasses import dataclass

_MONTHS = (
    "januari january jan",
    "februari february pebruari feb peb",
    "maret march mar mrt",
    "april apr",
    "mei may",
    "juni june jun",
    "juli july jul",
    "agustus august agt agu ags aug agust",
    "september sept sep",
    "oktober october okt oct",
    "november nopember nov nop",
    "desember december des dec",
)
_MONTH = {name: i for i, names in enumerate(_MONTHS, 1) for name in names.split()}
_WEEKDAYS = (
    "senin monday mon sen",
    "selasa tuesday tue tues sel",
    "rabu wednesday wed rab",
    "kamis thursday thu thurs kam",
    "jumat jum'at jum’at friday fri jum",
    "sabtu saturday sat sab",
    "minggu ahad sunday sun min",
)
_WEEKDAY = {name: i for i, names in enumerate(_WEEKDAYS) for name in names.split()}


def _any_of(names: dict[str, int]) -> str:
    return "|".join(sorted(map(re.escape, names), key=len, reverse=True))


_DAY_NAME = rf"(?:(?<!\w)(?P<weekday>{_any_of(_WEEKDAY)})\.?,?\s{{0,2}})?"
_MONTH_NAME = rf"(?P<month>{_any_of(_MONTH)})(?!\w)\.?"
_YEAR = r"(?P<year>(?:19|20)\d\d)"
_DAY = r"(?P<day>\d{1,2})"
_NUMBERS = r"(?P<day>\d{1,2})(?P<sep>[/.-])(?P<month>\d{1,2})(?P=sep)(?P<year>(?:19|20)?\d\d)"
_ISO = r"(?<![\d/.-])(?P<year>(?:19|20)\d\d)[-/](?P<month>\d{1,2})[-/](?P<day>\d{1,2})(?!\d)"
_DAY_FIRST = (
    rf"{_DAY_NAME}\(?(?<![\d.,/]){_DAY}(?:st|nd|rd|th)?[\s-]{{1,2}}{_MONTH_NAME}"
    rf"(?:,?[\s-]{{1,2}}{_YEAR}(?!\d))?"
)
_MONTH_FIRST = (
    rf"{_DAY_NAME}(?<!\w){_MONTH_NAME}\s{_DAY}(?:st|nd|rd|th)?(?![\d:.]\d)(?:,?\s{_YEAR}(?!\d))?"
)
_IN_NUMBERS = rf"{_DAY_NAME}\(?(?<![\d/.-]){_NUMBERS}(?![\d/])\)?"
_IN_BRACKETS = (
    rf"(?<!\w)(?P<weekday>{_any_of(_WEEKDAY)}),?\s?"
    r"\((?P<day>\d{1,2})/(?P<month>\d{1,2})\)"
)
_FORMS = tuple(
    re.compile(form, re.IGNORECASE)
    for form in (_ISO, _DAY_FIRST, _MONTH_FIRST, _IN_NUMBERS, _IN_BRACKETS)
)
_DIGIT = re.compile(r"\d")
_LONGEST = 5000


@dataclass(frozen=True)
class DateMention:
    """A date as written: without a year when the text gives none; `weekday` counts from Monday."""

    day: int
    month: int
    year: int | None
    weekday: int | None
    start: int
    end: int

    def on(self, year: int) -> datetime.date | None:
        """The date in that year, None when there is no such day."""
        try:
            return datetime.date(year, self.month, self.day)
        except ValueError:
            return None

    @property
    def date(self) -> datetime.date | None:
        """The date, None while the year is unknown."""
        return self.on(self.year) if self.year else None

    def agrees_in(self, year: int) -> bool | None:
        """Whether the weekday fits the calendar of that year; None when none is written."""
        day = self.on(year)
        return None if self.weekday is None or not day else day.weekday() == self.weekday


def dates_in(text: str) -> list[DateMention]:
    """All dates in the first 5000 characters of a text, in their order."""
    taken: list[DateMention] = []
    if not _DIGIT.search(text):
        return taken
    for mention in _candidates(text[:_LONGEST]):
        if all(mention.end <= t.start or mention.start >= t.end for t in taken):
            taken.append(mention)
    return sorted(taken, key=lambda mention: mention.start)


def resolve(mention: DateMention, *, latest: datetime.date) -> datetime.date | None:
    """The date of a mention, not after `latest`; a missing year is the last one that fits.

    The weekday, where written, picks the year: "Minggu (30/1)" was in 2022, not in 2023.
    """
    if mention.date:
        return mention.date if mention.date <= latest else None
    fitting = (mention.on(y) for y in range(latest.year, latest.year - 7, -1))
    for day in fitting:
        if day and day <= latest and mention.agrees_in(day.year) is not False:
            return day
    return None


def _candidates(text: str) -> Iterator[DateMention]:
    for form in _FORMS:
        for match in form.finditer(text):
            mention = _mention(match)
            if mention:
                yield mention


def _mention(match: re.Match[str]) -> DateMention | None:
    found = match.groupdict()
    day, month = int(found["day"]), _month(found["month"])
    weekday = _WEEKDAY.get((found.get("weekday") or "").lower())
    year = _year(found.get("year"))
    if found["month"].isdigit():
        day, month = _day_first(day, month, year, weekday)
    if found.get("sep") == "." and len(found["year"]) == 2 and weekday is None:
        return None  # 1.12.22 without a weekday is rather a version or a sum
    mention = DateMention(day, month, year, weekday, match.start(), match.end())
    return mention if mention.on(year or 2000) else None


def _month(name: str) -> int:
    return int(name) if name.isdigit() else _MONTH[name.lower()]


def _year(written: str | None) -> int | None:
    if not written:
        return None
    return int(written) if len(written) == 4 else 2000 + int(written)


def _day_first(day: int, month: int, year: int | None, weekday: int | None) -> tuple[int, int]:
    """Day before month, unless only the American order is a date or fits the weekday."""
    if month > 12 >= day:
        return month, day
    if year and weekday is not None and day <= 12:
        as_written = DateMention(day, month, year, weekday, 0, 0).agrees_in(year)
        turned = DateMention(month, day, year, weekday, 0, 0).agrees_in(year)
        if turned and not as_written:
            return month, day
    return day, month
