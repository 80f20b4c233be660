"""What many pages show is made once for all of them, and noted for each."""

from __future__ import annotations

from redaksi.design.batches import batch, each_once, once
from redaksi.design.shown import noting, shows


def test_what_is_made_once_is_noted_for_every_page_that_shows_it() -> None:
    made = []

    def make() -> str:
        made.append(1)
        shows("picture", 3)
        return "<img>"

    with batch():
        pages = []
        for _page in range(2):
            with noting() as tags:
                pages.append((once("img", make), set(tags)))

    assert pages == [("<img>", {"picture:3"})] * 2
    assert made == [1]


def test_only_what_is_not_known_yet_is_fetched() -> None:
    asked: list[list[int]] = []

    def fetch(keys: list[int]) -> dict[int, str]:
        asked.append(keys)
        return {key: str(key) for key in keys if key != 4}

    with batch():
        first = each_once("number", [1, 2, 1], fetch)
        second = each_once("number", [2, 3, 4], fetch)
        third = each_once("number", [4, 3], fetch)

    assert (first, second, third) == ({1: "1", 2: "2"}, {2: "2", 3: "3"}, {3: "3"})
    assert asked == [[1, 2], [3, 4]]


def test_outside_of_a_batch_nothing_is_kept() -> None:
    assert once("number", lambda: 1) == 1
    assert once("number", lambda: 2) == 2
    assert each_once("number", [1], lambda keys: dict.fromkeys(keys, "a")) == {1: "a"}
    assert each_once("number", [1], lambda keys: dict.fromkeys(keys, "b")) == {1: "b"}


def test_a_batch_inside_another_keeps_what_the_outer_one_knows() -> None:
    with batch():
        once("number", lambda: 1)
        with batch():
            assert once("number", lambda: 2) == 1
