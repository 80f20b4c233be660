"""The figures of one operation on one database: medians at each size and how they grow."""

from __future__ import annotations

from dataclasses import dataclass, field
from statistics import median
from typing import Any

GROWTH_LIMIT = 1.3
WRITE_LIMIT_MS = 150


@dataclass
class Samples:
    """What the runs at one size took: milliseconds, of them in the database, and queries."""

    ms: list[float] = field(default_factory=list)
    database_ms: list[float] = field(default_factory=list)
    queries: list[int] = field(default_factory=list)

    def add(self, answer: dict[str, Any]) -> None:
        """Take down one run."""
        self.ms.append(answer["ms"])
        self.database_ms.append(answer["database_ms"])
        self.queries.append(answer["queries"])


@dataclass
class Figures:
    """One operation on one database, by size, smallest first."""

    database: str
    operation: str
    is_write: bool
    samples: dict[int, Samples]

    @property
    def growth(self) -> float:
        """Median at the largest size over the median at the smallest."""
        sizes = sorted(self.samples)
        return median(self.samples[sizes[-1]].ms) / median(self.samples[sizes[0]].ms)

    @property
    def verdict(self) -> str:
        """ "ok", or what is not kept."""
        slow = self.is_write and any(median(s.ms) > WRITE_LIMIT_MS for s in self.samples.values())
        words = ["grows"] * (self.growth > GROWTH_LIMIT) + ["slow"] * slow
        return ", ".join(words) or "ok"

    def row(self) -> list[str]:
        """Return the cells of the table."""
        cells = [self.database, self.operation]
        for size in sorted(self.samples):
            taken = self.samples[size]
            middle, waited = median(taken.ms), median(taken.database_ms)
            cells.append(f"{middle:.1f} ({min(taken.ms):.1f}) [{waited:.1f}]")
        counts = [f"{median(self.samples[size].queries):.0f}" for size in sorted(self.samples)]
        queries = counts[0] if len(set(counts)) == 1 else "/".join(counts)
        return [*cells, queries, f"{self.growth:.2f}", self.verdict]
