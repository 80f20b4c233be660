"""One line of the table: what was measured, ours, the other, and what must be reached."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum


class Better(Enum):
    """Which way a figure should go."""

    MORE = "≥"
    LESS = "≤"


@dataclass(frozen=True)
class Row:
    """A figure: ``value`` is a ratio, or a number of units where there is nothing to compare."""

    what: str
    value: float | None
    """None when it could not be measured; then ``note`` says why."""

    better: Better
    limit: float | None
    """None where the figure only explains the one above it."""

    aim: float | None = None
    ours: str = ""
    other: str = ""
    unit: str = ""
    """Empty for a ratio."""

    note: str = ""

    @property
    def is_kept(self) -> bool:
        """Whether the limit is kept."""
        if self.limit is None:
            return True
        if self.value is None:
            return False
        return self.value >= self.limit if self.better is Better.MORE else self.value <= self.limit

    def cells(self) -> list[str]:
        """Return what, ours, the other, ratio, limit, aim."""
        return [
            self.what,
            self.ours,
            self.other,
            "not measured" if self.value is None else self._written(self.value),
            "" if self.limit is None else f"{self.better.value} {self._written(self.limit)}",
            "" if self.aim is None else f"{self.better.value} {self._written(self.aim)}",
        ]

    def _written(self, number: float) -> str:
        text = f"{number:,.2f}" if abs(number) < 10 and not self.unit else f"{number:,.0f}"
        return f"{text} {self.unit}".strip()


def ratio_of(ours: float, other: float) -> float | None:
    """Return ours over the other; None when the other is nothing."""
    return ours / other if other else None
