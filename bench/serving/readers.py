"""Chooses what readers ask for on a busy night: the home page, and few of the stories mostly."""

from __future__ import annotations

import random
from itertools import accumulate

HOME = "/"


def zipf(number: int, exponent: float = 1.0) -> list[float]:
    """Return the share of each rank, most popular first: proportional to 1 / rank ** exponent."""
    weights = [1 / rank**exponent for rank in range(1, number + 1)]
    total = sum(weights)
    return [weight / total for weight in weights]


def choices(stories: int, home: float, number: int, seed: int) -> list[int]:
    """Choose pages: 0 is the home page, with its share; 1 is the most popular story (Zipf)."""
    dice = random.Random(seed)
    shares = [home, *((1 - home) * share for share in zipf(stories))]
    return dice.choices(range(stories + 1), cum_weights=list(accumulate(shares)), k=number)


def due(elapsed: float, rate: float) -> int:
    """Return how many requests of a steady schedule are due after so many seconds.

    The first is due at once, so request number n (from 0) is due at ``n / rate``.
    """
    return int(elapsed * rate) + 1
