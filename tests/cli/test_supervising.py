"""Children are started again when they die, given up when hopeless, and all stopped in time."""

from __future__ import annotations

import os
import signal
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from redaksi.cli import children
from redaksi.cli.children import Child
from redaksi.cli.exits import CommandFailed, Exit
from redaksi.cli.supervising import Stopping, keep_running

STAYS = "import time\nwhile True: time.sleep(0.05)\n"
STUBBORN = "import signal, time\nsignal.signal(signal.SIGTERM, signal.SIG_IGN)\n" + STAYS
DIES = "raise SystemExit(1)\n"
HAS_A_CHILD = (
    "import subprocess, sys, pathlib, os\n"
    "child = subprocess.Popen([sys.executable, '-c', 'import time; time.sleep(60)'])\n"
    "pathlib.Path(os.environ['NOTE']).write_text(str(child.pid))\n" + STAYS
)
LIFELINE = (
    "import os, pathlib\nfrom redaksi.cli.lifeline import *\n"
    "wait_for_the_word()\npathlib.Path(os.environ['NOTE']).touch()\nend_with_supervisor()\n" + STAYS
)


@pytest.fixture
def child(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[str], Child]:
    """Make a child that runs the program given as text."""
    monkeypatch.setenv("LC_ALL", "C")
    monkeypatch.setattr(children, "FIRST_PAUSE", 0.01)

    def make(program: str) -> Child:
        (tmp_path / "program.py").write_text(program)
        path = os.pathsep.join([str(tmp_path), *filter(None, [os.environ.get("PYTHONPATH")])])
        note = {"PYTHONPATH": path, "NOTE": str(tmp_path / "note")}
        return Child("test child", "program", {**os.environ, **note})

    return make


class UntilTrue:
    """Stops the supervisor as soon as a condition holds, or after ten seconds."""

    def __init__(self, stopping: Stopping, condition: Callable[[], bool]) -> None:
        self.stopping, self.condition = stopping, condition
        self.deadline = time.monotonic() + 10
        self.came = False

    def __call__(self) -> None:
        self.came = self.came or self.condition()
        if self.came or time.monotonic() > self.deadline:
            self.stopping.asked += 1


def is_alive(pid: int) -> bool:
    try:
        return "State:\tZ" not in Path(f"/proc/{pid}/status").read_text()
    except FileNotFoundError:
        return False


def test_a_killed_child_is_started_again(
    child: Callable[[str], Child], capsys: pytest.CaptureFixture[str]
) -> None:
    stays, stopping = child(STAYS), Stopping()
    seen: list[int] = []

    def kill_once_and_wait() -> bool:
        if stays.process is None:
            return False
        if not seen:
            os.kill(stays.process.pid, signal.SIGKILL)
        seen.append(stays.process.pid)
        return len(set(seen)) == 2

    until = UntilTrue(stopping, kill_once_and_wait)
    keep_running([stays], stopping, until)

    assert until.came
    assert not any(is_alive(pid) for pid in seen)
    assert capsys.readouterr().err == "redaksi: The test child died; it is started again.\n"


def test_a_child_that_dies_again_and_again_is_given_up(child: Callable[[str], Child]) -> None:
    hopeless = child(DIES)

    with pytest.raises(CommandFailed) as caught:
        keep_running([hopeless], Stopping(), lambda: None)

    assert caught.value.code == Exit.CRASHED
    assert len(hopeless.deaths) == children.DEATHS_ALLOWED
    assert "died again and again" in str(caught.value)


def test_readers_are_served_on_while_another_process_is_hopeless(
    child: Callable[[str], Child], capsys: pytest.CaptureFixture[str]
) -> None:
    edge, newsroom = child(STAYS), child(STAYS)
    newsroom.module, newsroom.is_vital = "nothing_of_this_name", False
    stopping = Stopping()
    pids: set[int] = set()

    def is_past_hope() -> bool:
        pids.update([edge.process.pid] if edge.process else [])
        return len(newsroom.deaths) > children.DEATHS_ALLOWED

    until = UntilTrue(stopping, is_past_hope)
    keep_running([edge, newsroom], stopping, until)

    assert until.came
    assert len(pids) == 1
    assert "Readers still get the finished pages." in capsys.readouterr().err


def test_a_child_that_gives_way_runs_at_low_priority(child: Callable[[str], Child]) -> None:
    modest = child(STAYS)
    modest.niceness = 5

    modest.start()

    assert modest.process is not None
    niceness = os.getpriority(os.PRIO_PROCESS, modest.process.pid)
    modest.clear_away()
    assert niceness == 5


def test_the_pauses_before_a_new_start_grow(child: Callable[[str], Child]) -> None:
    dying = child(DIES)
    pauses = []

    for _death in range(3):
        dying.start()
        assert dying.process is not None
        dying.process.wait()
        dying.look_after()
        pauses.append(round(dying.start_at - dying.deaths[-1], 3))

    assert pauses == [0, 0.01, 0.03]


def test_old_deaths_are_forgiven(child: Callable[[str], Child]) -> None:
    dying = child(DIES)
    dying.deaths = [time.monotonic() - children.WITHIN_SECONDS] * 10

    dying.start()
    assert dying.process is not None
    dying.process.wait()
    dying.look_after()

    assert len(dying.deaths) == 1


def test_a_child_that_will_not_stop_is_killed_in_time(
    child: Callable[[str], Child], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("redaksi.cli.supervising.SECONDS_TO_STOP", 0.3)
    stubborn, stopping = child(STUBBORN), Stopping()
    pids: list[int] = []

    def is_up() -> bool:
        if stubborn.process is not None:
            pids.append(stubborn.process.pid)
        return len(pids) > 5

    started = time.monotonic()
    keep_running([stubborn], stopping, UntilTrue(stopping, is_up))

    assert time.monotonic() - started < 5
    assert not is_alive(pids[0])


def test_nothing_of_a_killed_child_stays_behind(
    child: Callable[[str], Child], tmp_path: Path
) -> None:
    parent = child(HAS_A_CHILD)
    parent.start()
    note = tmp_path / "note"
    while not note.exists() or not note.read_text():
        time.sleep(0.02)
    assert parent.process is not None
    os.kill(parent.process.pid, signal.SIGKILL)
    parent.process.wait()

    parent.look_after()

    deadline = time.monotonic() + 5
    while is_alive(int(note.read_text())) and time.monotonic() < deadline:
        time.sleep(0.02)
    assert not is_alive(int(note.read_text()))


def test_a_child_waits_for_the_word(child: Callable[[str], Child], tmp_path: Path) -> None:
    patient = child(LIFELINE)
    patient.load()
    time.sleep(0.5)
    begun_early = (tmp_path / "note").exists()

    patient.begin()

    deadline = time.monotonic() + 10
    while not (tmp_path / "note").exists() and time.monotonic() < deadline:
        time.sleep(0.02)
    assert (begun_early, (tmp_path / "note").exists()) == (False, True)
    patient.clear_away()


@pytest.mark.parametrize(("begun", "code"), [(True, -signal.SIGTERM), (False, 0)])
def test_a_child_ends_when_its_supervisor_is_gone(
    child: Callable[[str], Child], begun: bool, code: int
) -> None:
    orphan = child(LIFELINE)
    orphan.load()
    if begun:
        orphan.begin()
    assert orphan.process is not None
    assert orphan.process.stdin is not None

    orphan.process.stdin.close()

    assert orphan.process.wait(timeout=10) == code
    orphan.clear_away()
