"""What counts and what is set aside, decided from the log alone."""

from __future__ import annotations

import datetime
import random

from hypothesis import given as examples
from hypothesis import strategies as st

from redaksi.readers.judging import Given, judge
from redaksi.readers.models import Reason

START = datetime.datetime(2026, 1, 30, 8, 0, tzinfo=datetime.UTC)


def votes(
    number: int, *, stars: int = 3, networks: int | None = None, minute: int = 0, name: str = "a"
) -> list[Given]:
    """So many readers within a second; each in a network of their own unless told otherwise."""
    at = START + datetime.timedelta(minutes=minute)
    places = networks or number
    return [Given(f"{name}{minute}-{n}", f"{name}{n % places}", stars, at) for n in range(number)]


def quiet_hours(*, each: int = 5, windows: int = 8) -> list[Given]:
    return [vote for n in range(windows) for vote in votes(each, minute=10 * n)]


def reasons(log: list[Given]) -> list[str]:
    return [case.reason for case in judge(log).cases]


def test_the_last_vote_of_a_reader_is_the_one() -> None:
    later = START + datetime.timedelta(days=1)

    judged = judge([Given("a", "n", 1, START), Given("a", "m", 5, later)])

    assert (judged.sum, judged.count, judged.cases) == (5, 1, [])


def test_a_household_counts_and_a_crowd_in_one_network_does_not() -> None:
    household, crowd = votes(3, networks=1), votes(4, networks=1, name="b")

    judged = judge(household + crowd)

    assert (judged.sum, judged.count) == (9, 3)
    assert [(case.reason, len(case.votes), case.networks) for case in judged.cases] == [
        (Reason.NETWORK, 4, 1)
    ]


def test_a_burst_across_the_border_of_two_windows_leaves_nothing_behind() -> None:
    border = START + datetime.timedelta(minutes=10)
    burst = [
        Given(f"b{n}", f"n{n % 50}", 5, border + datetime.timedelta(seconds=n / 10 - 5))
        for n in range(400)
    ]

    judged = judge(votes(60) + burst)

    assert (judged.sum, judged.count) == (180, 60)
    assert [len(case.votes) for case in judged.cases] == [50, 350]


def test_a_new_story_that_everybody_reads_counts_in_full() -> None:
    assert judge(votes(500)).count == 500


def test_a_burst_over_the_usual_pace_is_set_aside_and_what_follows_counts() -> None:
    log = quiet_hours() + votes(200, minute=90, name="b") + votes(5, minute=100)

    judged = judge(log)

    assert (judged.count, [case.reason for case in judged.cases]) == (45, [Reason.PACE])


def test_a_growing_story_is_no_burst() -> None:
    growing = [vote for n in range(6) for vote in votes(25 * 2**n, minute=80 + 10 * n, name="b")]

    assert reasons(quiet_hours() + growing) == []


def test_many_who_say_something_quite_other_are_outliers() -> None:
    log = quiet_hours() + votes(20, stars=5, minute=90, name="b")

    assert reasons(log) == [Reason.OUTLIERS]
    assert reasons(quiet_hours() + votes(20, stars=4, minute=90, name="b")) == []


def test_what_an_editor_lets_in_counts_and_is_still_told() -> None:
    log = quiet_hours() + votes(200, minute=90, name="b")
    (case,) = judge(log).cases

    judged = judge(log, {case.key})

    assert (judged.count, judged.cases) == (240, [case])


@examples(st.lists(st.tuples(st.integers(0, 40), st.integers(0, 9), st.integers(1, 5),
                             st.integers(0, 200)), max_size=200), st.integers())  # fmt: skip
def test_every_vote_counts_or_is_set_aside_and_the_answer_is_always_the_same(rows, seed) -> None:
    log = [
        Given(f"v{voter}-{place}", f"n{network}", stars, START + datetime.timedelta(minutes=minute))
        for place, (voter, network, stars, minute) in enumerate(rows)
    ]
    shuffled = random.Random(seed).sample(log, len(log))

    judged = judge(log)

    assert judged.count + sum(len(case.votes) for case in judged.cases) == len(log)
    assert judged.count <= judged.sum <= 5 * judged.count
    assert judge(shuffled) == judged
