"""Killed at any moment; and with a control switched off, the harm has to be seen."""

from __future__ import annotations

import pytest

from faults.papers import POSTGRESQL, SQLITE
from tests.faults.trying import tried


@pytest.mark.parametrize("database", [SQLITE, POSTGRESQL])
def test_killed_at_any_moment_nothing_is_lost_and_nothing_torn(database: str) -> None:
    report = tried("killing", database, 3)

    assert report.findings == []
    assert report.facts["acknowledged"] > 0
    assert report.facts["answers"] > 0


@pytest.mark.parametrize(
    ("control", "rounds"), [("outbox", 20), ("transaction", 20), ("rename", 3)]
)
def test_without_a_control_a_kill_does_harm(control: str, rounds: int) -> None:
    assert tried("killing", SQLITE, rounds, control).findings != []
