"""Draws how much a speaker said each month: bars in their places, for a drawing and a table."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from redaksi.statements.queries import Month

#: Months in the drawing on the page of a speaker.
SHOWN = 24
#: The last month after which there is room for its year before the next one's.
LAST_WITH_ROOM = 10
#: Units of the drawing.
STEP, BAR, HEIGHT, LEAST = 20, 14, 80, 3


@dataclass(frozen=True)
class Bar:
    """One month in the drawing; ``x``, ``y`` and ``height`` are in its units."""

    year: int
    month: int
    count: int
    x: int
    y: int
    height: int
    begins_year: bool


@dataclass(frozen=True)
class Chart:
    """Months next to each other, oldest first; ``most`` is the count of the highest."""

    bars: tuple[Bar, ...]
    most: int

    @property
    def width(self) -> int:
        """The width of the drawing, in its units."""
        return STEP * len(self.bars)

    @property
    def spoken(self) -> list[Bar]:
        """The months in which something was said, newest first, for the table."""
        return [bar for bar in reversed(self.bars) if bar.count]


def chart_of_year(months: Sequence[Month], year: int) -> Chart:
    """Return the twelve months of a year."""
    return _chart(months, [(year, month) for month in range(1, 13)])


def chart_up_to_newest(months: Sequence[Month]) -> Chart:
    """Return the two years that end with the newest month, or fewer if all began later."""
    if not months:
        return Chart((), 0)
    first, last = (
        _number(months[0].year, months[0].month),
        _number(months[-1].year, months[-1].month),
    )
    # A year at least, so that a single month does not fill the page.
    start = max(last - SHOWN + 1, min(first, last - 11))
    return _chart(months, [divmod(number, 12) for number in range(start, last + 1)], shift=1)


def _chart(months: Sequence[Month], places: Sequence[tuple[int, int]], shift: int = 0) -> Chart:
    counts = {(one.year, one.month): one.count for one in months}
    shown = [(year, month + shift) for year, month in places]
    most = max((counts.get(place, 0) for place in shown), default=0)
    bars = []
    for at, (year, month) in enumerate(shown):
        count = counts.get((year, month), 0)
        height = max(LEAST, round(HEIGHT * count / most)) if count else 0
        x = at * STEP + (STEP - BAR) // 2
        begins = month == 1 or (at == 0 and month <= LAST_WITH_ROOM)
        bars.append(Bar(year, month, count, x, HEIGHT - height, height, begins))
    return Chart(tuple(bars), most)


def _number(year: int, month: int) -> int:
    return year * 12 + month - 1
