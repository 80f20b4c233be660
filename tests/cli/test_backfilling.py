"""``redaksi statements backfill`` reads a newspaper's archive, and says what it cannot do."""

from __future__ import annotations

import os
import signal
import sqlite3
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path

import pytest

from redaksi.cli.exits import Exit
from tests.cli.conftest import Run
from tests.founded import COMMAND

#: Stories of the archive that is read, with two statements each.
STORIES = 60
WRITE = f"""
import django; django.setup()
from redaksi.newsroom.models import Section
from redaksi.statements.models import Reading
from tests.factories import write_draft
from tests.statements.telling import TEXT
section = Section.objects.create(name="Nasional", slug="nasional")
for number in range({STORIES}):
    write_draft(section=section, body=[("paragraph", TEXT)], headline=f"Lama {{number}}")
Reading.objects.all().delete()
"""


def test_the_archive_is_read_and_then_nothing_is_left(redaksi: Run, paper: Path) -> None:
    first, second = (redaksi("statements", "backfill", paper) for _turn in range(2))

    assert (first.returncode, first.stderr) == (0, "")
    assert first.stdout.splitlines()[-1].endswith(" a second.")
    assert second.stdout.splitlines()[-1].startswith("0 stories in ")


def test_a_run_that_was_killed_goes_on_and_finds_nothing_twice(
    redaksi: Run, paper: Path, surroundings: dict[str, str]
) -> None:
    of_the_paper = {"REDAKSI_DIR": str(paper), "DJANGO_SETTINGS_MODULE": "redaksi.settings"}
    subprocess.run([sys.executable, "-c", WRITE], env={**surroundings, **of_the_paper}, check=True)

    running = subprocess.Popen(
        [COMMAND, "statements", "backfill", paper], env=surroundings, stdout=subprocess.DEVNULL
    )
    while _number(paper, "statements_reading") == 0 and running.poll() is None:
        time.sleep(0.02)
    os.kill(running.pid, signal.SIGKILL)
    running.wait()
    read_before = _number(paper, "statements_reading")
    again = redaksi("statements", "backfill", paper)

    assert 0 < read_before < STORIES
    assert again.stdout.splitlines()[-1].startswith(f"{STORIES - read_before} stories in ")
    assert _number(paper, "statements_reading") == STORIES
    assert _number(paper, "statements_statement") == 2 * STORIES
    places = "(SELECT DISTINCT article_id, block, start FROM statements_statement)"
    assert _number(paper, places) == 2 * STORIES


def _number(paper: Path, rows: str) -> int:
    with closing(sqlite3.connect(paper / "db.sqlite3", timeout=20)) as database:
        found = database.execute(f"SELECT count(*) FROM {rows}")  # noqa: S608
        (number,) = found.fetchone()
    return int(number)


@pytest.mark.parametrize("words", [("backfill",), ("story.txt", "kabar")])
def test_half_a_command_is_told(words: tuple[str, ...], redaksi: Run) -> None:
    done = redaksi("statements", *words)

    assert done.returncode == Exit.FAILED
    assert "redaksi statements backfill" in done.stderr


def test_a_newspaper_that_is_none_is_named(redaksi: Run, tmp_path: Path) -> None:
    done = redaksi("statements", "backfill", tmp_path / "tiada")

    assert done.returncode == Exit.SETTINGS
    assert "tiada" in done.stderr
