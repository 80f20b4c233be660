"""Databases that are locked or fall dead cost nobody a save."""

from __future__ import annotations

from faults.papers import POSTGRESQL, SQLITE
from tests.faults.trying import tried


def test_while_the_database_is_locked_no_save_is_lost() -> None:
    report = tried("locking", SQLITE, 3)

    assert report.findings == []
    assert report.facts["saves"] > 0


def test_postgresql_restarted_under_load_is_noticed_by_editors_alone() -> None:
    report = tried("restarting", POSTGRESQL, 1)

    assert report.findings == []
    assert report.facts["told to retry"] > 0
