"""Readers, workers and newsroom processes use one store at once."""

from __future__ import annotations

import multiprocessing
import sys
import threading
import time

import pytest

from redaksi.pagestore.coding import decoded
from redaksi.pagestore.locking import alone
from redaksi.pagestore.page import Page
from redaksi.pagestore.store import PageStore

FORK = multiprocessing.get_context("fork")
SHORT, LONG = 20, 3000


def page_of(version):
    if version % 5 == 4:
        return Page("/a/", status=301, location=f"/{version}")
    length = LONG if version % 2 else SHORT
    return Page("/a/", b"%d " % version * length, 410 if version % 3 == 2 else 200)


def version_of(page):
    return int(page.location[1:] if page.status == 301 else page.body.split(b" ")[0])


def test_a_reader_never_sees_a_gap_or_a_torn_page(store):
    store.put([page_of(0)])
    seen, stopped = [], threading.Event()

    def poll():
        while not stopped.is_set():
            seen.append(store.read("/a/"))

    reader = threading.Thread(target=poll)
    reader.start()
    try:
        for version in range(1, 40):
            store.put([page_of(version)])
    finally:
        stopped.set()
        reader.join()

    assert None not in seen
    versions = [version_of(page) for page in seen]
    assert seen == [page_of(version) for version in versions]
    assert versions == sorted(versions)
    assert len(set(versions)) > 10


def test_a_page_that_changes_its_status_is_always_there(store, eager_threads):
    versions = [Page("/a/", b"x", 410), Page("/a/", b"x"), Page("/a/", status=301, location="/")]
    store.put(versions[:1])
    missing, stopped = [], threading.Event()

    def poll():
        while not stopped.is_set():
            missing.append(store.read("/a/") is None)

    reader = threading.Thread(target=poll)
    reader.start()
    try:
        for number in range(150):
            looked = len(missing)
            store.put([versions[number % 3]])
            # No page changes its status twice while somebody looks at it once.
            while len(missing) == looked:
                time.sleep(0)
    finally:
        stopped.set()
        reader.join()

    assert not any(missing)


@pytest.fixture
def eager_threads():
    """Let threads take turns so often that they meet at every step."""
    usual = sys.getswitchinterval()
    sys.setswitchinterval(1e-5)
    yield
    sys.setswitchinterval(usual)


def test_each_coding_is_there_and_whole_at_any_time(store):
    paths = [store.tree.folder / f"a.html{coding}" for coding in (".br", ".zst", ".gz")]
    bodies = [b"%d " % version * (LONG if version % 2 else SHORT) for version in range(40)]
    store.put([Page("/a/", bodies[0])])
    torn, stopped = [], threading.Event()

    def poll():
        while not stopped.is_set():
            torn.extend(
                path.name for path in paths if decoded(path.suffix, path.read_bytes()) not in bodies
            )

    reader = threading.Thread(target=poll)
    reader.start()
    try:
        for body in bodies[1:]:
            store.put([Page("/a/", body)])
    finally:
        stopped.set()
        reader.join()

    assert torn == []


def in_processes(*tasks):
    """Run functions in processes of their own, at once, and return their exit codes.

    One that waits for what another never did is killed after a minute.
    """
    processes = [FORK.Process(target=task[0], args=task[1:]) for task in tasks]
    for process in processes:
        process.start()
    for process in processes:
        process.join(timeout=60)
        process.kill()
        process.join()
    return [process.exitcode for process in processes]


def wish_for_all(root, addresses):
    index = PageStore(root).index
    for address in addresses:
        index.want(addresses=[address])


def press_until(root, expected):
    store = PageStore(root)
    while store.index.count() < expected:
        wanted = store.index.wanted(3)
        store.put([Page(wish.address, wish.address.encode()) for wish in wanted])
        store.index.done(*wanted)


def test_several_processes_share_the_wishes(tmp_path):
    root = tmp_path / "pages"
    halves = [[f"/{half}/{number}/" for number in range(40)] for half in ("a", "b")]

    exits = in_processes(
        *((wish_for_all, root, half) for half in halves),
        *((press_until, root, 80) for _ in range(2)),
    )

    store = PageStore(root)
    assert exits == [0, 0, 0, 0]
    assert set(store.addresses()) == {*halves[0], *halves[1]}
    assert store.index.wanted_count() == 0


def put_versions(root, who):
    store = PageStore(root)
    for version in range(25):
        store.put([Page(f"/{number}/", f"{who} {version}".encode()) for number in range(4)])


def test_processes_that_put_the_same_pages_leave_one_version_of_each(tmp_path):
    root = tmp_path / "pages"

    exits = in_processes((put_versions, root, "ani"), (put_versions, root, "budi"))

    store = PageStore(root)
    pages = [store.read(f"/{number}/") for number in range(4)]
    assert exits == [0, 0]
    assert [len(set(store.tree.bodies(page.address, 200))) for page in pages] == [1] * 4
    assert store.put(pages) == []
    assert store.index.wanted_count() == 0


def bump(generation):
    for _ in range(4000):
        generation.bump()


def test_whoever_puts_waits_for_whoever_is_putting(store):
    store.put([Page("/a/", b"old")])
    done = threading.Event()

    def put():
        store.put([Page("/a/", b"new")])
        done.set()

    writer = threading.Thread(target=put)
    with alone(store.root / "lock"):
        writer.start()
        was_done = done.wait(0.2)
        meanwhile = store.read("/a/")
    writer.join()

    assert (was_done, meanwhile) == (False, Page("/a/", b"old"))
    assert store.read("/a/") == Page("/a/", b"new")


def test_no_bump_is_lost_and_every_process_sees_it(store):
    before = store.generation.read()

    assert in_processes(*((bump, store.generation) for _ in range(3))) == [0, 0, 0]
    assert store.generation.read() == before + 12000
