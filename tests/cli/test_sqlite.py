"""Only a SQLite without the WAL-reset bug may serve several processes."""

from __future__ import annotations

import pytest

from redaksi.cli import sqlite
from redaksi.cli.exits import CommandFailed, Exit


@pytest.mark.parametrize(
    ("version", "safe"),
    [((3, 40, 1), False), ((3, 51, 2), False), ((3, 51, 3), True), ((3, 53, 0), True)],
)
def test_a_version_is_safe_from_the_fix_on(version: tuple[int, ...], safe: bool) -> None:
    assert sqlite.is_safe(version) is safe


def test_an_unsafe_version_is_refused_with_the_remedy(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LC_ALL", "C")

    with pytest.raises(CommandFailed) as caught:
        sqlite.require_safe((3, 40, 1))

    assert caught.value.code == Exit.UNSAFE_SQLITE
    assert str(caught.value) == (
        "SQLite 3.40.1 may damage the database (its WAL-reset bug, mended in 3.51.3); "
        "install the package pysqlite3 0.6.1 or later."
    )


def test_another_database_needs_no_sqlite() -> None:
    sqlite.require_safe(None)
