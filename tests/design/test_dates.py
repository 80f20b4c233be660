"""Dates in words."""

from __future__ import annotations

import datetime
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as some

from redaksi.design.dates import (
    clock_in_words,
    day_in_words,
    moment_in_words,
    short_day_in_words,
    short_moment_in_words,
    zone_in_words,
)

JAKARTA = ZoneInfo("Asia/Jakarta")
MOMENT = datetime.datetime(2022, 1, 30, 14, 5, tzinfo=JAKARTA)
MONTHS = [
    "Januari",
    "Februari",
    "Maret",
    "April",
    "Mei",
    "Juni",
    "Juli",
    "Agustus",
    "September",
    "Oktober",
    "November",
    "Desember",
]
WEEKDAYS = ["Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu"]


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("id", "Minggu, 30 Januari 2022, 14.05 WIB"),
        ("en", "Sunday, 30 January 2022, 14:05 WIB"),
    ],
)
def test_a_moment_reads_as_the_language_writes_it(language: str, words: str) -> None:
    assert moment_in_words(MOMENT, language) == words


@pytest.mark.parametrize(
    ("language", "words"), [("id", "Senin, 5 Mei 2025"), ("en", "Monday, 5 May 2025")]
)
def test_a_day_has_no_leading_nought_and_no_hour(language: str, words: str) -> None:
    assert day_in_words(datetime.date(2025, 5, 5), language) == words


@pytest.mark.parametrize(
    ("language", "day", "moment"),
    [
        ("id", "30 Januari 2022", "30 Januari 2022, 14.05 WIB"),
        ("en", "30 January 2022", "30 January 2022, 14:05 WIB"),
    ],
)
def test_lists_leave_the_weekday_out(language: str, day: str, moment: str) -> None:
    assert short_day_in_words(MOMENT.date(), language) == day
    assert short_moment_in_words(MOMENT, language) == moment


@pytest.mark.parametrize(
    ("zone", "name"),
    [
        ("Asia/Jakarta", "WIB"),
        ("Asia/Makassar", "WITA"),
        ("Asia/Jayapura", "WIT"),
        ("Europe/Berlin", "CET"),
        ("Asia/Singapore", "UTC+8"),
        ("Asia/Kathmandu", "UTC+5:45"),
        ("America/Sao_Paulo", "UTC−3"),
        ("UTC", "UTC"),
    ],
)
def test_a_zone_has_the_name_people_use(zone: str, name: str) -> None:
    moment = datetime.datetime(2022, 1, 30, 12, tzinfo=ZoneInfo(zone))

    assert zone_in_words(moment) == name


@given(some.dates(min_value=datetime.date(1745, 1, 1)))
def test_every_day_is_written_in_full_in_indonesian(day: datetime.date) -> None:
    expected = f"{WEEKDAYS[day.weekday()]}, {day.day} {MONTHS[day.month - 1]} {day.year}"

    assert day_in_words(day, "id") == expected


@given(some.datetimes(min_value=datetime.datetime(1970, 1, 1), timezones=some.just(JAKARTA)))
def test_the_hour_reads_back(moment: datetime.datetime) -> None:
    for language, pattern in (("id", "%H.%M WIB"), ("en", "%H:%M WIB")):
        read = datetime.datetime.strptime(clock_in_words(moment, language), pattern)

        assert (read.hour, read.minute) == (moment.hour, moment.minute)
