"""Runs the real ``redaksi`` command, and makes one newspaper that the process tests copy."""

from __future__ import annotations

import fcntl
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.ports import unused_port
from tests.shape import fingerprint

COMMAND = Path(sys.executable).with_name("redaksi")
Run = Callable[..., subprocess.CompletedProcess[str]]
Founded = tuple[Path, subprocess.CompletedProcess[str]]


@pytest.fixture(scope="session")
def surroundings() -> dict[str, str]:
    """The environment of a person who speaks English and has set nothing of ours."""
    own = {name: value for name, value in os.environ.items() if not name.startswith("REDAKSI_")}
    return {**own, "LC_ALL": "C.UTF-8"}


@pytest.fixture(scope="session")
def redaksi(surroundings: dict[str, str]) -> Run:
    """Run one command to its end."""

    def run(*words: str | Path, **variables: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [COMMAND, *words],
            env={**surroundings, **variables},
            capture_output=True,
            text=True,
            timeout=120,
        )

    return run


@pytest.fixture(scope="session")
def founded(redaksi: Run, tmp_path_factory: pytest.TempPathFactory) -> Founded:
    """A newspaper made once by ``redaksi init`` for all test processes, and what was printed."""
    shared = tmp_path_factory.getbasetemp().parent / f"founded-{fingerprint()}"
    shared.mkdir(exist_ok=True)
    kept = shared / "printed"
    with (shared / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not kept.exists():
            shutil.rmtree(shared / "kabar", ignore_errors=True)
            done = redaksi("init", shared / "kabar", "--name", "Kabar Uji")
            assert done.returncode == 0, done.stderr
            kept.write_text(done.stdout)
    finished = subprocess.CompletedProcess([], 0, stdout=kept.read_text())
    return shared / "kabar", finished


@pytest.fixture
def paper(founded: Founded, tmp_path: Path) -> Path:
    """A copy of the newspaper for one test."""
    return Path(shutil.copytree(founded[0], tmp_path / "kabar"))


@pytest.fixture
def free_port() -> int:
    """A port nobody listens on at this moment."""
    return unused_port()
