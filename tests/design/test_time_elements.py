"""Template tags that write a time inside its element."""

from __future__ import annotations

import datetime

from django.utils.translation import override

from redaksi.design.templatetags.redaksi_dates import short_time, time_in_words

MOMENT = datetime.datetime(2022, 1, 30, 7, 5, tzinfo=datetime.UTC)


def test_a_moment_stands_in_the_newspapers_zone() -> None:
    with override("id"):
        element = time_in_words(MOMENT)

    assert element == (
        '<time datetime="2022-01-30T14:05+07:00">Minggu, 30 Januari 2022, 14.05 WIB</time>'
    )


def test_without_its_hour_a_moment_is_a_day() -> None:
    with override("en"):
        element = time_in_words(MOMENT, has_time=False)

    assert element == '<time datetime="2022-01-30">Sunday, 30 January 2022</time>'


def test_lists_show_it_shorter() -> None:
    with override("id"):
        moment, day = short_time(MOMENT), short_time(MOMENT, has_time=False)

    assert moment == '<time datetime="2022-01-30T14:05+07:00">30 Januari 2022, 14.05 WIB</time>'
    assert day == '<time datetime="2022-01-30">30 Januari 2022</time>'


def test_a_story_without_a_moment_shows_none() -> None:
    assert time_in_words(None) == ""
    assert short_time(None) == ""
