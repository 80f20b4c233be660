"""The newsroom's socket lies in the newspaper, or in a private place when its path is too long."""

from __future__ import annotations

import os
import socket
from pathlib import Path

import pytest

from redaksi.instance.sockets import LONGEST_PATH, make_room, runtime_directory, socket_in


@pytest.fixture
def runtime(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A short directory that stands for the user's runtime directory."""
    runtime = Path(os.path.realpath(tmp_path_factory.getbasetemp().parent)) / "run"
    runtime.mkdir(exist_ok=True)
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(runtime))
    return runtime


def test_a_short_path_stays_in_the_newspaper(tmp_path: Path) -> None:
    assert socket_in(tmp_path, "a.sock") == tmp_path / "a.sock"


def test_a_long_path_goes_to_a_private_place(tmp_path: Path, runtime: Path) -> None:
    deep = tmp_path / ("d" * 90)

    path, other = socket_in(deep, "a.sock"), socket_in(tmp_path / ("e" * 90), "a.sock")
    make_room(path)

    assert path != other
    assert path.parent == runtime_directory() == runtime / "redaksi"
    assert path.parent.stat().st_mode & 0o777 == 0o700
    assert len(os.fsencode(path)) <= LONGEST_PATH
    with socket.socket(socket.AF_UNIX) as listener:
        listener.bind(str(path))


def test_what_a_killed_process_left_is_taken_away(tmp_path: Path, runtime: Path) -> None:
    path = socket_in(tmp_path / ("d" * 90), "a.sock")
    make_room(path)
    path.touch()

    make_room(path)

    assert not path.exists()
