"""Several workers publish one schedule."""

from __future__ import annotations

import pytest

from faults.papers import POSTGRESQL, SQLITE
from tests.faults.trying import tried


@pytest.mark.parametrize("database", [SQLITE, POSTGRESQL])
def test_with_several_workers_each_story_goes_out_once(database: str) -> None:
    assert tried("scheduling", database, 15).findings == []
