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


@pytest.mark.parametrize("control", ["outbox", "transaction", "rename"])
def test_without_a_control_a_kill_does_harm(control: str) -> None:
    assert tried("killing", SQLITE, 40, control).findings != []
