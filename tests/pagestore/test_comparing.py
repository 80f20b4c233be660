"""A store is compared with a fresh one: not one stale page, not one too many."""

from __future__ import annotations

import pytest

from redaksi.pagestore.comparing import Difference, Kind
from redaksi.pagestore.page import Page
from redaksi.pagestore.store import PageStore

PAGES = [
    Page("/", b"home"),
    Page("/a/", b"a" * 400),
    Page("/gone/", b"Ditarik.", 410),
    Page("/old/", status=301, location="/a/"),
    Page("/umpan.xml", b"<rss/>"),
]


@pytest.fixture
def truth(tmp_path):
    truth = PageStore(tmp_path / "truth")
    truth.put(PAGES)
    return truth


def test_the_same_pages_are_no_difference_however_they_are_compressed(store, truth):
    store.put(PAGES[::-1])
    store.recompress("/a/")

    assert list(store.compare(truth)) == []


@pytest.mark.parametrize(
    "stale",
    [
        Page("/a/", b"b" * 400),
        Page("/gone/", b"Ditarik."),
        Page("/old/", status=301, location="/"),
        Page("/umpan.xml", b"", 410),
    ],
)
def test_a_stale_page_is_found(store, truth, stale):
    store.put([*PAGES, stale])

    assert list(store.compare(truth)) == [Difference(stale.address, Kind.STALE)]


def test_missing_and_extra_pages_are_found(store, truth):
    store.put([*PAGES, Page("/extra/", b"x")])
    store.remove(["/umpan.xml"])

    assert set(store.compare(truth)) == {
        Difference("/umpan.xml", Kind.MISSING),
        Difference("/extra/", Kind.EXTRA),
    }


def test_a_stale_coding_a_lost_one_and_a_torn_one_are_found(store, truth):
    store.put([*PAGES])
    tree = store.tree.folder
    (tree / "index.html.zst").write_bytes((tree / "umpan.xml.zst").read_bytes())
    (tree / "umpan.xml.br").unlink()
    (tree / "a.html.gz").write_bytes((tree / "a.html.gz").read_bytes()[:-9])

    assert set(store.compare(truth)) == {
        Difference("/", Kind.STALE),
        Difference("/umpan.xml", Kind.TORN),
        Difference("/a/", Kind.TORN),
    }


def test_two_statuses_of_one_address_are_a_difference(store, truth):
    store.put(PAGES)
    (store.tree.folder / "a.301").write_text("/\n")

    assert list(store.compare(truth)) == [Difference("/a/", Kind.STALE)]
