"""Killed at any moment."""

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
