"""``redaksi statements backfill`` reads a newspaper's archive, and says what it cannot do."""

from __future__ import annotations

from pathlib import Path

import pytest

from redaksi.cli.exits import Exit
from tests.cli.conftest import Run


def test_the_archive_is_read_and_then_nothing_is_left(redaksi: Run, paper: Path) -> None:
    first, second = (redaksi("statements", "backfill", paper) for _turn in range(2))

    assert (first.returncode, first.stderr) == (0, "")
    assert first.stdout.splitlines()[-1].endswith(" a second.")
    assert second.stdout.splitlines()[-1].startswith("0 stories in ")


@pytest.mark.parametrize("words", [("backfill",), ("story.txt", "kabar")])
def test_half_a_command_is_told(words: tuple[str, ...], redaksi: Run) -> None:
    done = redaksi("statements", *words)

    assert done.returncode == Exit.FAILED
    assert "redaksi statements backfill" in done.stderr


def test_a_newspaper_that_is_none_is_named(redaksi: Run, tmp_path: Path) -> None:
    done = redaksi("statements", "backfill", tmp_path / "tiada")

    assert done.returncode == Exit.SETTINGS
    assert "tiada" in done.stderr
