"""Decides which story stands in which slot: what was put there by hand, then what a rule offers.

Knows keys only, no database and no clock.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Demand:
    """What one slot wants: its pins, what its rule offers, best first, and how many in all.

    Without a ``number`` it takes whatever no other slot has taken.
    """

    pins: tuple[int, ...] = ()
    offers: tuple[int, ...] = ()
    number: int | None = None
    may_repeat: bool = False


def fill(demands: Sequence[Demand]) -> list[list[int]]:
    """Return the stories of each slot, in order.

    Every pin stands in its slot, whatever the number. A story stands in one slot only, the
    first that pins it or else the first whose rule offers it, except in slots that may repeat.
    """
    taken: set[int] = set()
    filled = [_pinned(demand, taken) for demand in demands]
    for demand, stories in _greedy_last(demands, filled):
        passed_over = set(stories) if demand.may_repeat else taken
        for key in demand.offers:
            if demand.number is not None and len(stories) >= demand.number:
                break
            if key not in passed_over:
                stories.append(key)
                passed_over.add(key)
    return filled


def _pinned(demand: Demand, taken: set[int]) -> list[int]:
    pins = list(dict.fromkeys(demand.pins))
    if demand.may_repeat:
        return pins
    pins = [key for key in pins if key not in taken]
    taken.update(pins)
    return pins


def _greedy_last(
    demands: Sequence[Demand], filled: list[list[int]]
) -> Iterable[tuple[Demand, list[int]]]:
    pairs = zip(demands, filled, strict=True)
    return sorted(pairs, key=lambda pair: pair[0].number is None)
