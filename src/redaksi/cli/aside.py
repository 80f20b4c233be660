"""A process for work that nobody waits for; it ends with the worker that started it."""

from __future__ import annotations

import contextlib
import os
import signal
import subprocess
import sys
import time

from redaksi.cli.priority import LOWEST, give_way

SECONDS_AFTER_A_FAILURE = 60.0


class Aside:
    """Such a process, while there is one.

    A process, because Linux shares the processor out among sessions: a thread of the worker's
    would take from readers what the worker may take, whatever its own priority.
    """

    def __init__(self, module: str, *arguments: str) -> None:
        """Say what is run as ``python -m``; it must end when its standard input does."""
        self._command = [sys.executable, "-m", module, *arguments]
        self._process: subprocess.Popen[bytes] | None = None
        self._not_before = 0.0

    @property
    def is_at_work(self) -> bool:
        """Whether the process runs."""
        if self._process is None:
            return False
        if self._process.poll() is None:
            return True
        if self._process.returncode:
            self._not_before = time.monotonic() + SECONDS_AFTER_A_FAILURE
        self._process = None
        return False

    @property
    def pid(self) -> int | None:
        """Its number, which is also that of its session; None before the first start."""
        return None if self._process is None else self._process.pid

    def start(self) -> bool:
        """Start it; return False if it runs already, or failed a moment ago."""
        if self.is_at_work or time.monotonic() < self._not_before:
            return False
        self._process = subprocess.Popen(
            self._command, stdin=subprocess.PIPE, start_new_session=True
        )
        give_way(self._process.pid, LOWEST)
        return True

    def stop(self) -> None:
        """End it and all that it started, at once."""
        if self._process is not None:
            with contextlib.suppress(ProcessLookupError):
                os.killpg(self._process.pid, signal.SIGKILL)
            self._process.wait()
