"""Filling a front: no story twice, pins win, nothing is missing, whatever is laid out."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from redaksi.fronts.filling import Demand, fill

KEYS = st.integers(1, 12)
LISTS = st.lists(KEYS, max_size=8).map(tuple)
DEMANDS = st.lists(
    st.builds(
        Demand,
        pins=LISTS,
        offers=LISTS,
        number=st.none() | st.integers(0, 5),
        may_repeat=st.booleans(),
    ),
    max_size=6,
)


def test_the_rule_fills_up_behind_the_pins() -> None:
    demands = [Demand(pins=(9,), offers=(1, 2, 3), number=3)]

    assert fill(demands) == [[9, 1, 2]]


def test_a_pin_further_down_is_kept_for_its_slot() -> None:
    demands = [Demand(offers=(1, 2), number=1), Demand(pins=(1,), number=1)]

    assert fill(demands) == [[2], [1]]


def test_a_river_before_other_slots_takes_what_they_leave() -> None:
    demands = [Demand(offers=(1, 2, 3)), Demand(offers=(2, 3), number=1)]

    assert fill(demands) == [[1, 3], [2]]


def test_a_slot_that_may_repeat_shows_what_others_show_and_takes_nothing_from_them() -> None:
    demands = [Demand(offers=(1, 2), number=2, may_repeat=True), Demand(offers=(1, 2), number=2)]

    assert fill(demands) == [[1, 2], [1, 2]]


@given(DEMANDS)
def test_no_story_stands_twice(demands: list[Demand]) -> None:
    filled = fill(demands)

    once = [key for demand, keys in zip(demands, filled, strict=True)
            if not demand.may_repeat for key in keys]  # fmt: skip
    assert len(once) == len(set(once))
    assert all(len(keys) == len(set(keys)) for keys in filled)


@given(DEMANDS)
def test_every_pin_stands_first_in_the_first_slot_that_names_it(demands: list[Demand]) -> None:
    filled = fill(demands)

    claimed: set[int] = set()
    for demand, keys in zip(demands, filled, strict=True):
        free = set() if demand.may_repeat else claimed
        pins = [key for key in dict.fromkeys(demand.pins) if key not in free]
        assert keys[: len(pins)] == pins
        if not demand.may_repeat:
            claimed |= set(pins)


@given(DEMANDS)
def test_a_rule_never_fills_beyond_the_number(demands: list[Demand]) -> None:
    filled = fill(demands)

    for demand, keys in zip(demands, filled, strict=True):
        if demand.number is not None:
            assert len(keys) <= max(demand.number, len(set(demand.pins)))


@given(DEMANDS, LISTS)
def test_a_river_misses_nothing_that_it_is_offered(demands: list[Demand], offers) -> None:
    filled = fill([*demands, Demand(offers=offers)])

    shown = {key for keys in filled for key in keys}
    assert set(offers) <= shown
