"""Killed at any moment, every page is old or new, whole, and wanted unless it is done."""

from __future__ import annotations

import multiprocessing
import os
import random
import signal
import time

import pytest

from redaksi.pagestore.page import Page
from redaksi.pagestore.store import PageStore
from redaksi.pagestore.trouble import StoreUnwritable

ROUNDS = 24
ADDRESSES = [f"/a/{number}/" for number in range(6)]
FORK = multiprocessing.get_context("fork")


def page_of(address, version):
    """Return a version of a page; every fifth is a withdrawal, every seventh a redirect."""
    if version % 7 == 6:
        return Page(address, status=301, location=f"/{version}")
    return Page(address, b"%d " % version * 2000, 410 if version % 5 == 4 else 200)


def version_of(page):
    return int(page.location[1:] if page.status == 301 else page.body.split(b" ")[0])


def put_for_ever(root, first, acknowledged):
    store = PageStore(root)
    version = first
    while True:
        store.put([page_of(address, version) for address in ADDRESSES])
        acknowledged.send(version)
        version += 1


def killed_while_putting(root, first):
    """Kill a process at a random moment of its puts; return the last version it got done."""
    receiving, sending = FORK.Pipe(duplex=False)
    process = FORK.Process(target=put_for_ever, args=(root, first, sending))
    process.start()
    sending.close()
    last = receiving.recv()
    time.sleep(random.uniform(0, 0.03))
    os.kill(process.pid, signal.SIGKILL)
    process.join()
    try:
        while True:
            last = receiving.recv()
    except EOFError:
        return last


def test_killed_while_putting(tmp_path):
    root = tmp_path / "pages"
    version, interrupted = 0, 0
    for _ in range(ROUNDS):
        version = killed_while_putting(root, version + 1)
        store = PageStore(root)
        wanted = {wish.address for wish in store.index.wanted(99)}
        interrupted += bool(wanted)

        for address in ADDRESSES:
            assert_old_or_new(store, address, version)
        done = {store.read(address) for address in ADDRESSES if address not in wanted}
        # Whoever was killed after the last write had no time to say that it was done.
        version += any(version_of(page) > version for page in done)
        assert done <= {page_of(address, version) for address in ADDRESSES}
        assert {address for address in ADDRESSES if not is_whole(store, address)} <= wanted

        assert_recovers(store, version)
        store.close()
    assert interrupted > 0, "no round hit a put: the test shows nothing"


def assert_old_or_new(store, address, version):
    """Whatever a reader gets in whatever coding is what was acknowledged or the one after."""
    either = [page_of(address, version + new) for new in (0, 1)]
    bodies = {page.body or f"{page.location}\n".encode() for page in either}

    assert store.read(address) in either
    for status in store.tree.statuses(address):
        assert {body for body in store.tree.bodies(address, status) if body} <= bodies


def is_whole(store, address):
    """Whether all files of the page are there, of one version, and of no other status."""
    statuses = store.tree.statuses(address)
    bodies = {body for status in statuses for body in store.tree.bodies(address, status)}
    return len(statuses) == 1 and len(bodies) == 1 and None not in bodies


def assert_recovers(store, version):
    """What the press does after a start: whatever is wanted is put, and left-overs go."""
    wanted = store.index.wanted(99)
    store.put([page_of(wish.address, version) for wish in wanted])
    store.index.done(*wanted)
    store.tidy()

    assert {store.read(address) for address in ADDRESSES} == {
        page_of(address, version) for address in ADDRESSES
    }
    assert [len(store.tree.statuses(address)) for address in ADDRESSES] == [1] * len(ADDRESSES)
    assert list(store.tree.left_overs()) == []
    assert store.index.wanted_count() == 0


def test_a_put_that_fails_half_way_is_put_again(store):
    """A folder in the place of one of the three files stops the put after another has moved."""
    old, new = Page("/a/", b"old"), Page("/a/", b"new", 410)
    store.put([old])
    (store.tree.folder / "a.410.html.gz").mkdir()

    with pytest.raises(StoreUnwritable):
        store.put([new])

    assert store.read("/a/") == old
    assert list(store.tree.left_overs()) == []
    assert [wish.address for wish in store.index.wanted(9)] == ["/a/"]
    (store.tree.folder / "a.410.html.gz").rmdir()
    assert store.put([new]) == ["/a/"]
    assert store.read("/a/") == new
    assert store.tree.statuses("/a/") == [410]
