"""The command line answers at once, explains itself, and tells mistakes apart by exit code."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from redaksi.cli.exits import Exit
from redaksi.cli.main import COMMANDS
from tests.cli.conftest import Run


def test_help_names_every_command(redaksi: Run) -> None:
    shown = redaksi("--help")

    assert shown.returncode == Exit.DONE
    assert [name for name in COMMANDS if f"  {name}" not in shown.stdout] == []


def test_the_command_line_loads_nothing_heavy() -> None:
    program = (
        "import sys; from redaksi.cli.main import build_parser; build_parser();"
        "heavy = {'django', 'wagtail', 'rich', 'granian', 'lxml', 'sqlite3', 'pysqlite3'};"
        "print(sorted(heavy & {name.split('.')[0] for name in sys.modules}))"
    )

    shown = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True)

    assert shown.stdout == "[]\n"


def test_the_version_is_shown(redaksi: Run) -> None:
    from importlib.metadata import version

    assert redaksi("--version").stdout == f"redaksi {version('redaksi')}\n"


@pytest.mark.parametrize("words", [[], ["terbit"], ["init"], ["serve", "a", "--prot", "1"]])
def test_a_wrong_command_line_is_a_usage_error(redaksi: Run, words: list[str]) -> None:
    refused = redaksi(*words)

    assert (refused.returncode, refused.stdout) == (Exit.USAGE, "")
    assert refused.stderr.startswith("usage: redaksi")


@pytest.mark.parametrize("command", ["serve", "upgrade", "publish-due", "manage"])
def test_a_directory_that_is_no_newspaper_is_named(
    redaksi: Run, tmp_path: Path, command: str
) -> None:
    refused = redaksi(command, tmp_path)

    assert refused.returncode == Exit.SETTINGS
    assert refused.stderr == (
        f"redaksi: {tmp_path} is not a newspaper: it has no redaksi.toml; "
        "make one with redaksi init.\n"
    )


@pytest.mark.parametrize("command", ["serve", "upgrade"])
def test_an_unknown_option_stops_the_start(redaksi: Run, tmp_path: Path, command: str) -> None:
    (tmp_path / "redaksi.toml").write_text("prot = 1\n")

    refused = redaksi(command, tmp_path)

    assert refused.returncode == Exit.SETTINGS
    assert refused.stderr == (
        f'redaksi: {tmp_path}/redaksi.toml: there is no option "prot"; did you mean "port"?\n'
    )


def test_a_wrong_variable_stops_the_start(redaksi: Run, tmp_path: Path) -> None:
    (tmp_path / "redaksi.toml").touch()

    refused = redaksi("serve", tmp_path, REDAKSI_PORT="http")

    assert refused.returncode == Exit.SETTINGS
    assert refused.stderr == (
        'redaksi: REDAKSI_PORT: port must be a whole number from 1 to 65535, not "http".\n'
    )
