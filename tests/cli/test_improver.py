"""Stored pages are compressed as well as can be by a process that gives way to everybody."""

from __future__ import annotations

import os
import random
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from redaksi.cli.aside import Aside
from redaksi.cli.priority import LOWEST
from redaksi.pagestore.page import Page
from redaksi.pagestore.store import PageStore

DICE = random.Random(1)
WORDS = ["".join(DICE.choices("aiuenkrtsm", k=6)) for _ in range(400)]
BODY = " ".join(DICE.choices(WORDS, k=3000)).encode()


@pytest.fixture
def store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[PageStore]:
    """Pages of an hour ago, compressed quickly."""
    hour_ago = time.time() - 3600
    monkeypatch.setattr(time, "time", lambda: hour_ago)
    store = PageStore(tmp_path / "pages")
    store.put([Page(f"/nasional/{number}/", BODY) for number in range(30)])
    monkeypatch.undo()
    yield store
    store.close()


@pytest.fixture
def improver(store: PageStore) -> Iterator[Aside]:
    improver = Aside("redaksi.cli.improver", str(store.root))
    yield improver
    improver.stop()


def test_every_page_is_compressed_and_the_process_ends(store: PageStore, improver: Aside) -> None:
    before = sizes(store)

    assert improver.start()
    priority = os.getpriority(os.PRIO_PROCESS, improver.pid)
    assert not improver.start()
    wait_for_the_end(improver)

    assert priority == LOWEST
    assert sizes(store) < before
    assert store.read("/nasional/7/").body == BODY
    assert store.index.quickly_coded(1, before=2**40) == []


def test_after_a_failure_it_is_not_started_at_once(tmp_path: Path) -> None:
    (tmp_path / "pages").write_text("a file where the folder should be")
    improver = Aside("redaksi.cli.improver", str(tmp_path / "pages"))

    assert improver.start()
    wait_for_the_end(improver)

    assert not improver.start()


def sizes(store: PageStore) -> int:
    return sum(file.stat().st_size for file in store.tree.folder.rglob("*.br"))


def wait_for_the_end(improver: Aside) -> None:
    deadline = time.monotonic() + 60
    while improver.is_at_work:
        assert time.monotonic() < deadline
        time.sleep(0.05)
