"""Disks, databases and connections that fail while people read and write."""

from __future__ import annotations

from faults.papers import POSTGRESQL, SQLITE
from tests.faults.trying import tried


def test_a_full_and_a_read_only_disk_harm_no_reader_and_heal() -> None:
    assert tried("disks", SQLITE, 2).findings == []


def test_while_the_database_is_locked_no_save_is_lost() -> None:
    report = tried("locking", SQLITE, 3)

    assert report.findings == []
    assert report.facts["saves"] > 0


def test_postgresql_restarted_under_load_is_noticed_by_editors_alone() -> None:
    report = tried("restarting", POSTGRESQL, 1)

    assert report.findings == []
    assert report.facts["told to retry"] > 0


def test_hundreds_of_slow_clients_keep_no_reader_waiting() -> None:
    assert tried("slow_clients", SQLITE, 200).findings == []
