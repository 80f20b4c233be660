"""Reads the day on which something was said out of the words of a story."""

from __future__ import annotations

import datetime
import re

NUMBERS = re.compile(r"(?<!\d)(\d{1,2})[/.-](\d{1,2})(?:[/.-](\d{4}|\d{2}))?(?!\d|[/.]\d)")
MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "januari january jan", "februari february feb pebruari", "maret march mar",
            "april apr", "mei may", "juni june jun", "juli july jul", "agustus august agu aug",
            "september sep sept", "oktober october okt oct", "november nov nopember",
            "desember december des dec",
        ),
        start=1,
    )
    for name in names.split()
}  # fmt: skip
_NAMES = "|".join(sorted(MONTHS, key=len, reverse=True))
DAY_MONTH = re.compile(rf"(\d{{1,2}})\s+({_NAMES})\b\.?(?:,?\s+(\d{{4}}))?", re.IGNORECASE)
MONTH_DAY = re.compile(rf"\b({_NAMES})\b\.?\s+(\d{{1,2}})\b(?:,\s+(\d{{4}}))?", re.IGNORECASE)
WEEKDAYS = {
    name: number
    for number, names in enumerate(
        (
            "senin monday", "selasa tuesday", "rabu wednesday", "kamis thursday",
            "jumat jum'at friday", "sabtu saturday", "minggu ahad sunday",
        )
    )
    for name in names.split()
}  # fmt: skip
_WEEKDAY = re.compile(rf"\b({'|'.join(WEEKDAYS)})\b", re.IGNORECASE)
_OF_A_WEEK = re.compile(
    r"\b(lalu|depan|akhir|awal|pertengahan|pekan|last|next|week|weekend)\b", re.IGNORECASE
)
AGO = {"hari ini": 0, "today": 0, "kemarin": 1, "yesterday": 1, "semalam": 1, "tadi malam": 1}
#: A date without a year that lies further ahead than this belongs to the year before.
AHEAD = datetime.timedelta(days=31)


def day_said(when: str, *, told: datetime.date) -> datetime.date | None:
    """Return the day that words such as "Minggu (30/1)" name in a story told on a day.

    None where they name no single day: "pekan lalu".
    """
    text = when.strip()
    for numbers in (_numbers(text), _named(text)):
        date = _date(*numbers, told=told) if numbers is not None else None
        if date is not None:
            return date
    if text.casefold() in AGO:
        return told - datetime.timedelta(days=AGO[text.casefold()])
    weekday = _WEEKDAY.search(text)
    # In lower case "minggu" is a week; what is in another week is no day that is known.
    if weekday is None or weekday[1] == "minggu" or _OF_A_WEEK.search(text):
        return None
    back = (told.weekday() - WEEKDAYS[weekday[1].casefold()]) % 7
    return told - datetime.timedelta(days=back)


def days_in(text: str, *, told: datetime.date) -> set[datetime.date]:
    """Return the days that a text tells in figures or by the names of months."""
    dates = (NUMBERS, DAY_MONTH, MONTH_DAY)
    days = (day_said(found[0], told=told) for date in dates for found in date.finditer(text))
    return {day for day in days if day is not None}


Numbers = tuple[int, int, int | None]


def _numbers(text: str) -> Numbers | None:
    found = NUMBERS.search(text)
    if found is None:
        return None
    return int(found[1]), int(found[2]), _year(found[3])


def _named(text: str) -> Numbers | None:
    if found := DAY_MONTH.search(text):
        return int(found[1]), MONTHS[found[2].casefold()], _year(found[3])
    if found := MONTH_DAY.search(text):
        return int(found[2]), MONTHS[found[1].casefold()], _year(found[3])
    return None


def _year(text: str | None) -> int | None:
    if text is None:
        return None
    return int(text) + 2000 if len(text) == 2 else int(text)


def _date(day: int, month: int, year: int | None, *, told: datetime.date) -> datetime.date | None:
    try:
        if year is not None:
            return datetime.date(year, month, day)
        this_year = datetime.date(told.year, month, day)
        if this_year > told + AHEAD:
            return datetime.date(told.year - 1, month, day)
    except ValueError:
        return None
    return this_year
