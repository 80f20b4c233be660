"""Readers are counted for each page, machines are not, and nothing about anybody is kept."""

from __future__ import annotations

import json
from collections import Counter

import pytest

from redaksi.edge.reads import SECONDS_BETWEEN_FILES, Reads, is_reader
from tests.edge.conftest import ARTICLE, WITHDRAWN, Served, wait_until

FIREFOX = b"Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0"


@pytest.mark.parametrize(
    ("fields", "counts"),
    [
        ({b"user-agent": FIREFOX}, True),
        ({b"user-agent": FIREFOX, b"sec-purpose": b"prefetch;prerender"}, False),
        ({}, False),
        ({b"user-agent": b"curl/8.5.0"}, False),
        ({b"user-agent": b"Mozilla/5.0 (compatible; Googlebot/2.1; +http://x)"}, False),
        ({b"user-agent": b"facebookexternalhit/1.1"}, False),
    ],
)
def test_only_what_calls_itself_a_browser_reads(fields, counts) -> None:
    assert is_reader(fields) is counts


def test_numbers_wait_in_memory_until_the_last_file_is_taken(tmp_path) -> None:
    reads = Reads(tmp_path)
    reads.count("/a/")
    reads.hand_over(1.0)
    reads.count("/a/")
    reads.count("/b/")
    reads.hand_over(2.0 + SECONDS_BETWEEN_FILES)
    (file,) = (tmp_path / "reads").iterdir()
    first = json.loads(file.read_bytes())
    file.unlink()

    reads.hand_over(3.0 + 2 * SECONDS_BETWEEN_FILES)

    assert first == {"/a/": 1}
    assert json.loads(file.read_bytes()) == {"/a/": 1, "/b/": 1}


def test_a_store_that_is_gone_costs_nothing_but_the_numbers(tmp_path) -> None:
    reads = Reads(tmp_path / "nowhere")
    reads.count("/a/")

    reads.hand_over(1.0)

    assert list(tmp_path.iterdir()) == []


def test_the_edge_counts_pages_by_both_of_its_ways(served: Served) -> None:
    folder, seen = served.instance.pages / "reads", Counter[str]()

    def is_counted() -> bool:
        for file in folder.glob("*.json"):
            seen.update(json.loads(file.read_bytes()))
            file.unlink()
        return seen[ARTICLE] == 4

    for _turn in range(4):
        served.get(ARTICLE, User_Agent=FIREFOX.decode())
    served.get(ARTICLE, User_Agent="curl/8")
    served.get(WITHDRAWN, User_Agent=FIREFOX.decode())
    served.get("/umpan.xml", User_Agent=FIREFOX.decode())

    assert wait_until(is_counted, seconds=30)
    assert dict(seen) == {ARTICLE: 4, WITHDRAWN: 1}  # of which the worker takes what is live
