"""Turns the relative days of the example's stories into moments and into words.

A story says ``{H-1}`` for the day before it appeared (newsrooms write H-1, H, H+1) and
``{tanggal H+9}`` for a date without its weekday, so that the paper is always fresh.
"""

from __future__ import annotations

import dataclasses
import datetime
import re

from redaksi.example.pieces import Article

WEEKDAYS = {
    "id": ("Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu"),
    "en": ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"),
}
MONTHS = {
    "id": (
        "Januari", "Februari", "Maret", "April", "Mei", "Juni",
        "Juli", "Agustus", "September", "Oktober", "November", "Desember",
    ),
    "en": (
        "January", "February", "March", "April", "May", "June",
        "July", "August", "September", "October", "November", "December",
    ),
}  # fmt: skip
RELATIVE_DAY = re.compile(r"\{(?P<date>tanggal )?H(?P<days>[+-]\d+)?\}")


def moment_of(article: Article, now: datetime.datetime) -> datetime.datetime:
    """Return when the story appeared, in the zone of ``now``; for a draft, ``now`` itself."""
    if article.story_date is not None:
        day = article.story_date
    elif article.days_ago is not None:
        day = now.date() - datetime.timedelta(days=article.days_ago)
    else:
        return now - datetime.timedelta(minutes=article.minutes_ago or 0)
    return datetime.datetime.combine(day, article.time, tzinfo=now.tzinfo)


def told_on(article: Article, day: datetime.date) -> Article:
    """Return the article with every relative day in its texts put in words."""
    told = _told(article, day, article.language)
    assert isinstance(told, Article)
    return told


def _told(value: object, day: datetime.date, language: str) -> object:
    if isinstance(value, str):
        return RELATIVE_DAY.sub(lambda match: _in_words(match, day, language), value)
    if isinstance(value, tuple):
        return tuple(_told(item, day, language) for item in value)
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        names = (field.name for field in dataclasses.fields(value))
        changes = {name: _told(getattr(value, name), day, language) for name in names}
        return dataclasses.replace(value, **changes)
    return value


def _in_words(match: re.Match[str], day: datetime.date, language: str) -> str:
    meant = day + datetime.timedelta(days=int(match["days"] or 0))
    weekday = WEEKDAYS[language][meant.weekday()]
    if match["date"]:
        return f"{meant.day} {MONTHS[language][meant.month - 1]} {meant.year}"
    if language == "en":
        return weekday
    return f"{weekday} ({meant.day}/{meant.month}/{meant.year})"
