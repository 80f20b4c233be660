"""Several workers publish one schedule; without the claim, the harm has to be seen."""

from __future__ import annotations

import pytest

from faults.papers import POSTGRESQL, SQLITE
from tests.faults.trying import tried


@pytest.mark.parametrize("database", [SQLITE, POSTGRESQL])
def test_with_several_workers_each_story_goes_out_once(database: str) -> None:
    assert tried("scheduling", database, 15).findings == []


def test_without_the_claim_stories_go_out_twice() -> None:
    findings = tried("scheduling", SQLITE, 10, "claim").findings

    assert any("logged 2 times" in finding for finding in findings)
