"""The unit that ``redaksi config systemd`` prints is one that systemd takes, and is locked down."""

from __future__ import annotations

import configparser
import subprocess
from pathlib import Path

import pytest

from tests.cli.conftest import Run
from tests.cli.other_servers import need

MOST_EXPOSED = 2.5
"""systemd's own mark from 0 (nothing is exposed) to 10; a service without any of this has 9.6."""


@pytest.fixture
def unit(redaksi: Run, paper: Path, tmp_path: Path) -> Path:
    """The printed unit as a file."""
    done = redaksi("config", "systemd", paper)
    assert (done.returncode, done.stderr) == (0, "")
    file = tmp_path / "redaksi.service"
    file.write_text(done.stdout)
    return file


def test_systemd_understands_every_line(unit: Path) -> None:
    command = need("systemd-analyze")

    done = subprocess.run(
        [command, "verify", "--man=no", unit], capture_output=True, text=True, timeout=60
    )

    assert [line for line in done.stderr.splitlines() if unit.name in line] == []
    assert done.returncode == 0


def test_little_is_exposed(unit: Path) -> None:
    command = need("systemd-analyze")

    done = subprocess.run(
        [command, "security", "--offline=true", f"--threshold={MOST_EXPOSED * 10:.0f}", unit],
        capture_output=True,
        text=True,
        timeout=60,
    )

    assert done.returncode == 0, done.stdout[-500:]


def test_it_writes_to_its_own_directory_alone(unit: Path, paper: Path) -> None:
    read = configparser.ConfigParser(strict=False, interpolation=None)
    read.optionxform = str  # type: ignore[assignment,method-assign]
    read.read(unit)

    service = read["Service"]
    assert service["ReadWritePaths"] == str(paper)
    assert service["ExecStart"].endswith(f"/redaksi serve {paper}")
    assert service["User"] not in {"", "root", "0"}
    assert (service["ProtectSystem"], service["NoNewPrivileges"]) == ("strict", "yes")
    assert service["MemoryMax"] == "1224M"
