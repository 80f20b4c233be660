"""Starts a server, waits until it answers, and ends it with everything it started."""

from __future__ import annotations

import contextlib
import http.client
import os
import signal
import subprocess
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

from bench.serving.cores import on_core

SECONDS_TO_START, SECONDS_TO_STOP = 120, 15


class ProgramFailed(Exception):
    """A program that is measured did not start, or ended too early."""


class ProgramMissing(Exception):
    """A program that is needed is not installed; the text says how to get it."""


@contextmanager
def running(
    command: Sequence[str],
    port: int,
    *,
    environment: Mapping[str, str] | None = None,
    core: int | None = None,
    path: str = "/",
) -> Iterator[subprocess.Popen[bytes]]:
    """Run a server for the block, in a session of its own and if asked to on one core.

    Raises:
        ProgramFailed: if it does not answer on its port.
    """
    process = subprocess.Popen(
        command if core is None else on_core(core, command),
        env=environment,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        start_new_session=True,
    )
    try:
        _wait(process, port, path)
        yield process
    finally:
        _stop(process)


def _wait(process: subprocess.Popen[bytes], port: int, path: str) -> None:
    deadline = time.monotonic() + SECONDS_TO_START
    while not answers(port, path):
        if process.poll() is not None or time.monotonic() > deadline:
            raise ProgramFailed(f"does not answer: {process.args!r}")
        time.sleep(0.1)


def answers(port: int, path: str) -> bool:
    """Whether a server on a port of this machine is ready; it may know no page at the path."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=10)
    try:
        connection.request("GET", path)
        return connection.getresponse().status < 500
    except (OSError, http.client.HTTPException):
        return False
    finally:
        connection.close()


def _stop(process: subprocess.Popen[bytes]) -> None:
    process.terminate()
    with contextlib.suppress(subprocess.TimeoutExpired):
        process.wait(SECONDS_TO_STOP)
    with contextlib.suppress(ProcessLookupError):
        os.killpg(process.pid, signal.SIGKILL)
    process.wait()


def family_of(pid: int) -> list[int]:
    """Return a process and all that descend from it."""
    parents = dict(_parents())
    family = [pid]
    for member in family:
        family += [child for child, parent in parents.items() if parent == member]
    return family


def _parents() -> Iterator[tuple[int, int]]:
    for folder in Path("/proc").glob("[0-9]*"):
        with contextlib.suppress(OSError):
            facts = (folder / "stat").read_text().rpartition(")")[2].split()
            yield int(folder.name), int(facts[1])


def proportional_memory(pids: Sequence[int]) -> int:
    """Return the bytes of memory that processes take, shared pages shared out among them (PSS)."""
    return 1024 * sum(_proportional_set(pid) for pid in pids)


def _proportional_set(pid: int) -> int:
    lines = Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("Pss:"))
