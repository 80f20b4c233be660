"""A long row of pages is made by all cores, and ends with the worker."""

from __future__ import annotations

import os
import shutil
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from redaksi.cli.backlog import MANY, Backlog
from redaksi.pagestore.store import PageStore
from redaksi.press.urgencies import LATER, SOON

pytestmark = pytest.mark.skipif(
    len(os.sched_getaffinity(0)) < 2, reason="One core alone makes no pages beside the worker."
)


@pytest.fixture
def store(paper: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[PageStore]:
    monkeypatch.setenv("REDAKSI_DIR", str(paper))
    monkeypatch.setenv("DJANGO_SETTINGS_MODULE", "redaksi.settings")
    store = PageStore(paper / "pages")
    yield store
    store.close()


@pytest.fixture
def backlog() -> Iterator[Backlog]:
    backlog = Backlog()
    yield backlog
    backlog.stop()


def want(store: PageStore, number: int, urgency: int) -> None:
    store.index.want(addresses=[f"/nasional/{n}/" for n in range(number)], urgency=urgency)


def wait_until_only(store: PageStore, number: int) -> None:
    deadline = time.monotonic() + 60
    while store.index.wanted_count() > number:
        assert time.monotonic() < deadline
        time.sleep(0.05)


def processes_of(group: int) -> list[int]:
    found = []
    for place in Path("/proc").glob("[0-9]*"):
        try:
            fields = (place / "stat").read_text().rpartition(")")[2].split()
        except (FileNotFoundError, ProcessLookupError):
            continue
        if int(fields[2]) == group and fields[0] != "Z":
            found.append(int(place.name))
    return found


def group_of(backlog: Backlog) -> int:
    assert backlog._process.pid is not None
    return backlog._process.pid


def test_a_long_row_is_made_and_then_nothing_is_left_of_it(
    store: PageStore, backlog: Backlog
) -> None:
    want(store, MANY, LATER)
    store.index.want(addresses=["/"], urgency=SOON)

    assert backlog.is_at_work(store)
    wait_until_only(store, 1)
    while backlog.is_at_work(store):
        time.sleep(0.05)

    # What is more urgent is the worker's.
    assert [wish.address for wish in store.index.wanted(9)] == ["/"]
    assert not backlog._process.is_at_work


@pytest.mark.parametrize(("number", "urgency"), [(MANY - 1, LATER), (2 * MANY, SOON)])
def test_a_short_row_and_what_is_urgent_are_left_to_the_worker(
    number: int, urgency: int, store: PageStore, backlog: Backlog
) -> None:
    want(store, number, urgency)

    assert not backlog.is_at_work(store)
    assert store.index.wanted_count() == number


@pytest.mark.parametrize("is_killed", [False, True], ids=["told to stop", "the worker is gone"])
def test_it_ends_with_the_worker_and_the_rest_stays_wanted(
    is_killed: bool, store: PageStore, backlog: Backlog
) -> None:
    want(store, 30_000, LATER)
    assert backlog.is_at_work(store)
    group = group_of(backlog)
    wait_until_only(store, 29_999)
    assert len(processes_of(group)) > len(os.sched_getaffinity(0))

    if is_killed:
        process = backlog._process._process
        assert process is not None
        assert process.stdin is not None
        process.stdin.close()
        process.wait(timeout=10)
    else:
        backlog.stop()

    deadline = time.monotonic() + 10
    while processes_of(group):
        assert time.monotonic() < deadline
        time.sleep(0.05)
    assert store.index.wanted_count() > 0


def test_a_full_disk_ends_it_and_the_worker_goes_on_alone(
    store: PageStore, backlog: Backlog, paper: Path
) -> None:
    store.close()
    shutil.rmtree(paper / "pages")
    (paper / "pages").mkdir()
    small = ["mount", "-t", "tmpfs", "-o", "size=1m", "none", str(paper / "pages")]
    if subprocess.run(small, capture_output=True, check=False).returncode:
        pytest.skip("NOT TESTED: a full disk; mounting a small one takes more rights than we have")
    try:
        small_store = PageStore(paper / "pages")
        want(small_store, 2 * MANY, LATER)
        facts = os.statvfs(paper / "pages")
        (paper / "pages" / "filling").write_bytes(bytes(facts.f_bavail * facts.f_frsize))

        assert backlog.is_at_work(small_store)
        deadline = time.monotonic() + 30
        while backlog.is_at_work(small_store):
            assert time.monotonic() < deadline
            time.sleep(0.1)

        assert small_store.index.wanted_count() == 2 * MANY
        small_store.close()
    finally:
        backlog.stop()
        subprocess.run(["umount", "--lazy", str(paper / "pages")], check=True)
