"""Dates in words, in the story's language and the newspaper's zone."""

from __future__ import annotations

import datetime
from functools import lru_cache

from django.utils import dateformat
from django.utils.translation import override

CLOCK = {"id": "H.i"}
"""How a language writes the hour where it is not ``14:05`` (Indonesian: ``14.05``)."""

DAY = "l, j F Y"
SHORT_DAY = "j F Y"


def day_in_words(day: datetime.date, language: str) -> str:
    """Write the day: ``Minggu, 30 Januari 2022`` or ``Sunday, 30 January 2022``."""
    return _written(_day(day), DAY, language)


def short_day_in_words(day: datetime.date, language: str) -> str:
    """Write the day for lists, without its weekday: ``30 Januari 2022``."""
    return _written(_day(day), SHORT_DAY, language)


def clock_in_words(moment: datetime.datetime, language: str) -> str:
    """Write the hour of an aware moment as its own zone has it: ``14.05 WIB``."""
    hour = _written(moment.time(), CLOCK.get(language, "H:i"), language)
    return f"{hour} {zone_in_words(moment)}"


def moment_in_words(moment: datetime.datetime, language: str) -> str:
    """Write day and hour of an aware moment: ``Minggu, 30 Januari 2022, 14.05 WIB``."""
    return f"{day_in_words(moment, language)}, {clock_in_words(moment, language)}"


def short_moment_in_words(moment: datetime.datetime, language: str) -> str:
    """Write day and hour for lists, without the weekday: ``30 Januari 2022, 14.05 WIB``."""
    return f"{short_day_in_words(moment, language)}, {clock_in_words(moment, language)}"


def zone_in_words(moment: datetime.datetime) -> str:
    """Name the zone as people do (WIB, WITA, WIT, CET); ``UTC+8`` where it has no name."""
    name = moment.tzname() or ""
    return name if name.isalpha() else _distance(moment)


def _day(day: datetime.date) -> datetime.date:
    return day.date() if isinstance(day, datetime.datetime) else day


def _distance(moment: datetime.datetime) -> str:
    minutes = int((moment.utcoffset() or datetime.timedelta()).total_seconds() // 60)
    sign = "−" if minutes < 0 else "+"
    hours, rest = divmod(abs(minutes), 60)
    return f"UTC{sign}{hours}" + (f":{rest:02}" if rest else "")


@lru_cache(maxsize=4096)
def _written(when: datetime.date | datetime.time, pattern: str, language: str) -> str:
    with override(language):
        return dateformat.format(when, pattern)
