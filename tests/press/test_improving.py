"""Pages are compressed as well as can be while nobody waits, and never in the way of a page."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from redaksi.pagestore.wishes import ORDINARY
from redaksi.press import improving
from redaksi.press.improving import Improving
from tests.press.conftest import Paper

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Take pages that were made this second for old ones."""
    monkeypatch.setattr(improving, "SECONDS_UNCHANGED", -100)


def brotli_of(paper: Paper) -> dict[Path, int]:
    """The size of every page for browsers that know Brotli."""
    return {file: file.stat().st_size for file in paper.store.tree.folder.rglob("*.html.br")}


def go_on(paper: Paper) -> int:
    """Improve until there is nothing left; return how many times something was done."""
    work, rounds = Improving(paper.store), 0
    while work.go_on():
        rounds += 1
    return rounds


def test_every_page_gets_smaller_and_none_changes(paper: Paper) -> None:
    before, generation = brotli_of(paper), paper.store.generation.read()

    assert go_on(paper) > 1

    after = brotli_of(paper)
    pages = [
        file for file in before if file.parent != paper.store.tree.folder or "index" in str(file)
    ]
    assert [file for file in pages if after[file] >= before[file]] == []
    assert paper.faults() == []
    assert generation < paper.store.generation.read() <= generation + 2
    assert go_on(paper) == 0


def test_a_wanted_page_comes_first(paper: Paper) -> None:
    paper.store.index.want(addresses=["/"], urgency=ORDINARY)
    before = brotli_of(paper)

    assert not Improving(paper.store).go_on()

    assert brotli_of(paper) == before


def test_a_damaged_page_holds_up_no_other(paper: Paper) -> None:
    files = sorted(paper.store.tree.folder.rglob("nasional/**/*.html.gz"))
    for file in files:
        os.truncate(file, 20)

    go_on(paper)

    assert paper.store.index.quickly_coded(9, before=2**40) == []
