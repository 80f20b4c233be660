"""Runs the real ``redaksi`` command, and makes one newspaper that the process tests copy."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.founded import COMMAND, newspaper_by_command
from tests.ports import unused_port

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
def founded() -> Founded:
    """A newspaper made once by ``redaksi init``, and what was printed."""
    directory, printed = newspaper_by_command()
    return directory, subprocess.CompletedProcess([], 0, stdout=printed)


@pytest.fixture
def paper(founded: Founded, tmp_path: Path) -> Path:
    """A copy of the newspaper for one test."""
    return Path(shutil.copytree(founded[0], tmp_path / "kabar"))


@pytest.fixture
def free_port() -> int:
    """A port nobody listens on at this moment."""
    return unused_port()
