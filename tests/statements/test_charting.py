"""The drawing of months: how many, how high, and what is written under them."""

from __future__ import annotations

from redaksi.statements.charting import chart_of_year, chart_up_to_newest
from redaksi.statements.queries import Month


def test_a_year_has_twelve_months() -> None:
    chart = chart_of_year([Month(2022, 2, 4), Month(2022, 12, 1), Month(2021, 2, 9)], 2022)

    assert [bar.count for bar in chart.bars] == [0, 4, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1]
    assert (chart.most, chart.width) == (4, 240)
    assert [bar.height for bar in chart.bars if bar.count] == [80, 20]
    assert [(bar.month, bar.count) for bar in chart.spoken] == [(12, 1), (2, 4)]


def test_the_newest_two_years_at_most_and_one_at_least() -> None:
    short = chart_up_to_newest([Month(2022, 3, 1)])
    long = chart_up_to_newest([Month(2019, 1, 1), Month(2022, 3, 1)])

    assert [(bars[0].year, bars[0].month, len(bars)) for bars in (short.bars, long.bars)] == [
        (2021, 4, 12), (2020, 4, 24),
    ]  # fmt: skip
    assert [bar.year for bar in long.bars if bar.begins_year] == [2020, 2021, 2022]


def test_years_are_not_written_over_each_other() -> None:
    chart = chart_up_to_newest([Month(2022, 10, 1)])

    assert [(bar.year, bar.month) for bar in chart.bars if bar.begins_year] == [(2022, 1)]


def test_nothing_said_is_no_chart() -> None:
    assert chart_up_to_newest([]).bars == ()
