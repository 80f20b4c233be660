"""The index knows which pages a change touches and which are wanted, most urgent first."""

from __future__ import annotations

import time

import pytest

from redaksi.pagestore.addresses import BadAddress
from redaksi.pagestore.index import Index
from redaksi.pagestore.page import Page
from redaksi.pagestore.store import PageStore


def addresses(wanted):
    return [wish.address for wish in wanted]


@pytest.fixture
def pages(store):
    store.put(
        [
            Page("/", b"h", tags=frozenset({"story:1", "story:2"})),
            Page("/a/1/", b"1", tags=frozenset({"story:1"})),
            Page("/a/2/", b"2", tags=frozenset({"story:2"})),
        ]
    )
    return store


def test_pages_are_wanted_by_tag_and_by_address(pages):
    assert pages.index.want(tags=["story:1", "nothing"], addresses=["/", "/new/"]) == 3

    assert sorted(addresses(pages.index.wanted(9))) == ["/", "/a/1/", "/new/"]
    assert pages.index.wanted_count() == 3


def test_a_hundred_wishes_for_a_page_are_one(pages):
    for _ in range(100):
        pages.index.want(tags=["story:1"])

    assert pages.index.wanted_count() == 2


def test_the_most_urgent_come_first_then_the_first_wanted(pages):
    index = pages.index
    index.want(addresses=["/late/"], urgency=90)
    index.want(addresses=["/a/2/"])
    index.want(tags=["story:1"], urgency={"/a/1/": 0, "story:1": 60})
    index.want(addresses=["/b/"])

    assert addresses(index.wanted(9)) == ["/a/1/", "/a/2/", "/b/", "/", "/late/"]
    assert addresses(index.wanted(2)) == ["/a/1/", "/a/2/"]


def test_pages_wanted_together_for_the_first_time_come_in_the_order_they_were_named(pages):
    named = [f"/{number * 37 % 100}/" for number in range(100)]

    pages.index.want(addresses=named)

    assert addresses(pages.index.wanted(200)) == named


def test_a_page_wanted_again_keeps_its_place_or_gets_a_better_one(pages):
    index = pages.index
    index.want(addresses=["/x/"])
    index.want(addresses=["/y/"])
    index.want(addresses=["/x/"], urgency=99)
    assert addresses(index.wanted(9)) == ["/x/", "/y/"]

    index.want(addresses=["/y/"], urgency=1)
    assert addresses(index.wanted(9)) == ["/y/", "/x/"]


def test_done_clears_a_wish_unless_it_was_repeated_meanwhile(pages):
    pages.index.want(addresses=["/", "/a/1/"])
    taken = pages.index.wanted(9)
    pages.index.want(addresses=["/"])

    assert pages.index.done(*taken) == 1
    assert addresses(pages.index.wanted(9)) == ["/"]
    assert pages.index.done(*pages.index.wanted(9)) == 1
    assert pages.index.wanted_count() == 0


def test_a_put_leaves_a_wish_to_whoever_wished(pages):
    pages.index.want(addresses=["/"])

    pages.put([Page("/", b"new"), Page("/a/1/", b"new")])

    assert addresses(pages.index.wanted(9)) == ["/"]


def test_postponed_pages_let_others_go_first(pages):
    pages.index.want(addresses=["/poison/"], urgency=0)
    pages.index.want(addresses=["/a/1/"])
    (poison,) = pages.index.wanted(1)

    pages.index.postpone(poison, urgency=80)

    assert addresses(pages.index.wanted(9)) == ["/a/1/", "/poison/"]
    assert pages.index.done(poison) == 1


def test_tags_follow_the_page(pages):
    pages.put([Page("/a/1/", b"1", tags=frozenset({"story:3"}))])

    assert pages.index.tags_of("/a/1/") == {"story:3"}
    assert pages.index.addresses_with("story:1") == ["/"]
    assert pages.index.count_with("story:1") == 1
    pages.remove(["/a/1/"])
    assert pages.index.addresses_with("story:3") == []


def test_only_addresses_are_wanted(store):
    with pytest.raises(BadAddress):
        store.index.want(addresses=["/fine/", "/../no/"])

    assert store.index.wanted_count() == 0


def test_the_index_is_kept(pages):
    pages.index.want(addresses=["/"])
    clock = pages.index.clock()
    pages.close()

    again = PageStore(pages.root).index

    assert addresses(again.wanted(9)) == ["/"]
    assert again.clock() == clock
    assert again.count() == 3


PAGES = """
WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 20000)
INSERT INTO page (id, address, status, digest, modified)
SELECT i, '/a/' || i || '/', 200, randomblob(16), i FROM n
"""
TAGS = """
INSERT INTO tag (id, name) SELECT id, 'story:' || id FROM page
"""
PAGE_TAGS = """
WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 10)
INSERT INTO page_tag SELECT (page.id + n.i * 7919) % 20000 + 1, page.id FROM page, n
"""


@pytest.fixture
def large(tmp_path):
    """Return an index of 20,000 pages with ten tags each, made at once as SQL."""
    index = Index(tmp_path / "index.sqlite3")
    with index.database.writing(durable=False) as connection:
        for statement in (PAGES, TAGS, PAGE_TAGS):
            connection.execute(statement)
    return index


def test_no_question_reads_the_whole_index(large):
    """Each question takes a bounded number of steps, whatever the number of pages."""
    steps = []
    large.database.connection.set_progress_handler(lambda: steps.append(1) and 0, 100)

    assert large.want(tags=["story:5", "story:77"], addresses=["/a/9/"]) in range(19, 22)
    large.done(*large.wanted(10))
    large.addresses_with("story:5")
    large.tags_of("/a/77/")
    large.quickly_coded(10, before=int(time.time()))
    large.want_unsettled()

    assert len(steps) < 100
