"""A store in an empty folder."""

from __future__ import annotations

import pytest

from redaksi.pagestore.store import PageStore


@pytest.fixture
def store(tmp_path):
    return PageStore(tmp_path / "pages")
