"""Quantiles of samples, and of a histogram when there are millions of them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from math import ceil

BUCKET = 20e-6
"""Seconds in one bucket of a histogram."""

BUCKETS = 100_000
"""Up to two seconds; what is longer counts as that."""


def quantile(samples: Sequence[float], share: float) -> float:
    """Return the smallest sample that this share of all samples does not exceed (nearest rank).

    Raises:
        ValueError: if there is no sample.
    """
    if not samples:
        raise ValueError("there is no sample")
    return sorted(samples)[max(0, ceil(share * len(samples)) - 1)]


class Histogram:
    """How many latencies fell into each bucket."""

    def __init__(self, counts: Iterable[int] = ()) -> None:
        self.counts = list(counts) or [0] * BUCKETS

    def add(self, seconds: float) -> None:
        """Count a latency."""
        self.counts[min(int(seconds / BUCKET), BUCKETS - 1)] += 1

    def __add__(self, other: Histogram) -> Histogram:
        """Return what both counted."""
        pairs = zip(self.counts, other.counts, strict=True)
        return Histogram(mine + theirs for mine, theirs in pairs)

    @property
    def number(self) -> int:
        """How many were counted."""
        return sum(self.counts)

    def quantile(self, share: float) -> float:
        """Return seconds that this share of the latencies does not exceed; 0 for none at all."""
        wanted = ceil(share * self.number)
        counted = 0
        for bucket, count in enumerate(self.counts):
            counted += count
            if count and counted >= wanted:
                return (bucket + 1) * BUCKET
        return 0.0
