"""Relative days become moments and words."""

from __future__ import annotations

import datetime
from dataclasses import replace
from zoneinfo import ZoneInfo

import pytest

from redaksi.example.days import moment_of, told_on
from redaksi.example.pieces import Article, FactBox, Paragraphs

NOW = datetime.datetime(2026, 3, 1, 10, 30, tzinfo=ZoneInfo("Asia/Makassar"))
STORY = Article(
    slug="a",
    section="b",
    kind="news",
    headline="Terjadi {H}",
    standfirst="",
    body=(Paragraphs(("Kemarin, {H-1}.",)), FactBox("Besok", Paragraphs(("{tanggal H+1}",)))),
    subjects=(),
    tags=(),
    slugline="",
)


@pytest.mark.parametrize(
    ("story", "moment"),
    [
        (replace(STORY, minutes_ago=31), datetime.datetime(2026, 3, 1, 9, 59)),
        (
            replace(STORY, days_ago=1, time=datetime.time(19, 40)),
            datetime.datetime(2026, 2, 28, 19, 40),
        ),
        (
            replace(STORY, story_date=datetime.date(2022, 5, 14)),
            datetime.datetime(2022, 5, 14, 9, 0),
        ),
        (replace(STORY, draft=True), datetime.datetime(2026, 3, 1, 10, 30)),
    ],
)
def test_a_story_appeared_when_it_says(story: Article, moment: datetime.datetime) -> None:
    assert moment_of(story, NOW) == moment.replace(tzinfo=NOW.tzinfo)


def test_relative_days_are_told_in_indonesian() -> None:
    told = told_on(STORY, datetime.date(2026, 3, 1))

    assert told == replace(
        STORY,
        headline="Terjadi Minggu (1/3/2026)",
        body=(
            Paragraphs(("Kemarin, Sabtu (28/2/2026).",)),
            FactBox("Besok", Paragraphs(("2 Maret 2026",))),
        ),
    )


def test_relative_days_are_told_in_english() -> None:
    told = told_on(replace(STORY, language="en"), datetime.date(2026, 3, 1))

    assert (told.headline, told.body) == (
        "Terjadi Sunday",
        (
            Paragraphs(("Kemarin, Saturday.",)),
            FactBox("Besok", Paragraphs(("2 March 2026",))),
        ),
    )
