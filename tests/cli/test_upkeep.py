"""The short commands that look after a newspaper do their work once and say so."""

from __future__ import annotations

from pathlib import Path

from redaksi.cli.exits import Exit
from tests.cli.conftest import Run


def test_an_upgrade_applies_what_is_missing_once(redaksi: Run, paper: Path) -> None:
    assert redaksi("manage", paper, "migrate", "axes", "zero").returncode == 0

    first = redaksi("upgrade", paper)
    second = redaksi("upgrade", paper)

    steps = len([line for line in first.stdout.splitlines() if line.startswith("Preparing")])
    assert (first.returncode, second.returncode) == (Exit.DONE, Exit.DONE)
    assert first.stdout.splitlines()[-1] == f"Upgraded: {steps} steps."
    assert second.stdout == "The database is up to date already.\n"


def test_publishing_what_is_due_is_counted(redaksi: Run, paper: Path) -> None:
    done = redaksi("publish-due", paper)

    assert (done.returncode, done.stderr) == (Exit.DONE, "")
    assert done.stdout == "Published: 0, taken down: 0, refused: 0.\n"


def test_a_management_command_runs_on_the_newspaper(redaksi: Run, paper: Path) -> None:
    program = "from django.conf import settings; print(settings.WAGTAIL_SITE_NAME)"

    assert redaksi("manage", paper, "shell", "-c", program).stdout.endswith("Kabar Uji\n")
