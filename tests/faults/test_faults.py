"""Each fault in a few rounds; and with a control switched off, each has to be seen."""

from __future__ import annotations

import pytest

from faults.papers import POSTGRESQL, SQLITE
from faults.report import Report
from faults.running import Order, run

SEED = 1


def tried(fault: str, database: str, rounds: int, without: str = "") -> Report:
    report = run(Order(fault, database, rounds, SEED, without))
    if report.skipped:
        pytest.skip(f"NOT TESTED: {report.skipped}")
    return report


@pytest.mark.parametrize("database", [SQLITE, POSTGRESQL])
def test_killed_at_any_moment_nothing_is_lost_and_nothing_torn(database: str) -> None:
    report = tried("killing", database, 6)

    assert report.findings == []
    assert report.facts["acknowledged"] > 0
    assert report.facts["answers"] > 0


@pytest.mark.parametrize(
    ("control", "rounds"), [("outbox", 40), ("transaction", 40), ("rename", 6)]
)
def test_without_a_control_a_kill_does_harm(control: str, rounds: int) -> None:
    assert tried("killing", SQLITE, rounds, control).findings != []


@pytest.mark.parametrize("database", [SQLITE, POSTGRESQL])
def test_with_several_workers_each_story_goes_out_once(database: str) -> None:
    assert tried("scheduling", database, 20).findings == []


def test_without_the_claim_stories_go_out_twice() -> None:
    findings = tried("scheduling", SQLITE, 20, "claim").findings

    assert any("published 2 times" in finding for finding in findings)


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
