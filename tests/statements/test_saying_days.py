"""The day on which something was said."""

from __future__ import annotations

import datetime

import pytest

from redaksi.statements.saying_days import day_said

TOLD = datetime.date(2022, 1, 31)  # a Monday


@pytest.mark.parametrize(
    ("when", "day"),
    [
        ("Minggu, 30 Januari 2022", datetime.date(2022, 1, 30)),
        ("Senin (31/1)", datetime.date(2022, 1, 31)),
        ("(29/12/2021)", datetime.date(2021, 12, 29)),
        ("(29/12)", datetime.date(2021, 12, 29)),
        ("January 5, 2021", datetime.date(2021, 1, 5)),
        ("5 Feb", datetime.date(2022, 2, 5)),
        ("kemarin", datetime.date(2022, 1, 30)),
        ("hari ini", TOLD),
        ("Jumat malam", datetime.date(2022, 1, 28)),
        ("Senin", TOLD),
        ("pekan lalu", None),
        ("minggu lalu", None),
        ("minggu", None),
        ("Minggu", datetime.date(2022, 1, 30)),
        ("akhir pekan", None),
        ("Kamis pekan depan", None),
        ("Senin pukul 10.30", TOLD),
        ("next Sunday", None),
        ("(45/13)", None),
        ("Senin (31/1/202)", TOLD),
        ("(31/1/202)", None),
        ("30/1-2/2", datetime.date(2022, 1, 30)),
        ("", None),
    ],
)
def test_words_name_a_day(when: str, day: datetime.date | None) -> None:
    assert day_said(when, told=TOLD) == day
