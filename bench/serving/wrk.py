"""Runs wrk, the load generator, and reads what it measured."""

from __future__ import annotations

import json
import shutil
import subprocess
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from bench.serving.browser import HEADERS
from bench.serving.cores import LOAD, on_core
from bench.serving.programs import ProgramFailed, ProgramMissing

SCRIPT = Path(__file__).with_name("wrk.lua")
CONNECTIONS = 64
SEED = "20260130"


@dataclass(frozen=True)
class Load:
    """What one run of wrk measured."""

    requests: int
    seconds: float
    bytes: int
    """Of whole answers, headers included."""

    bad: int
    """Answers with a status from 400 up."""

    broken: int
    """Connections that failed, broke or timed out."""

    p50: float
    p99: float
    """Milliseconds."""

    @property
    def rate(self) -> float:
        """Requests a second."""
        return self.requests / self.seconds

    @property
    def bytes_each(self) -> float:
        """Bytes an answer."""
        return self.bytes / max(1, self.requests)


def require_wrk() -> str:
    """Return the path of wrk; raises ProgramMissing."""
    found = shutil.which("wrk")
    if found is None:
        raise ProgramMissing("wrk is not installed: apt install wrk")
    return found


def start(
    port: int,
    addresses: Path,
    seconds: float,
    *,
    connections: int = CONNECTIONS,
    headers: Mapping[str, str] | None = None,
) -> subprocess.Popen[str]:
    """Start asking a server for the addresses of a list; ``result`` waits for the figures."""
    sent = {**HEADERS, **(headers or {})}
    command = [require_wrk(), "-t1", f"-c{connections}", f"-d{max(1, round(seconds))}s"]
    command += ["--timeout", "10s", "-s", str(SCRIPT)]
    for name, value in sent.items():
        command += ["-H", f"{name}: {value}"]
    command += [f"http://127.0.0.1:{port}/", "--", str(addresses), SEED]
    return subprocess.Popen(
        on_core(LOAD[0], command), stdout=subprocess.PIPE, text=True, start_new_session=True
    )


def result(process: subprocess.Popen[str], *, least: int = 1) -> Load:
    """Wait for a run to end.

    Raises:
        ProgramFailed: if not every answer was good, or fewer came than the least.
    """
    said, _errors = process.communicate()
    lines = [line for line in said.splitlines() if line.startswith("{")]
    if not lines:
        raise ProgramFailed(f"wrk failed: {said[-500:]}")
    load = Load(**json.loads(lines[-1]))
    if load.requests < least or load.bad or load.broken:
        raise ProgramFailed(f"not every answer was good: {load}")
    return load


def run(port: int, addresses: Path, seconds: float, *, connections: int = CONNECTIONS) -> Load:
    """Ask a server for so many seconds; raises as ``result`` does."""
    return result(start(port, addresses, seconds, connections=connections))


def version() -> str:
    """Return the version of wrk that is installed, or a word that there is none."""
    found = shutil.which("wrk")
    if found is None:
        return "wrk is not installed"
    told = subprocess.run([found, "-v"], capture_output=True, text=True, check=False).stdout
    return " ".join(told.split()[:2])
