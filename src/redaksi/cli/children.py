"""One child process of ``redaksi serve``: started, watched, started again, stopped."""

from __future__ import annotations

import contextlib
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from redaksi.cli.priority import give_way

FIRST_PAUSE = 0.5
LONGEST_PAUSE = 8.0
DEATHS_ALLOWED = 5
WITHIN_SECONDS = 60.0
STANDARD_ERROR = 2
"""Where all that the children say goes: standard output is for the announcement alone."""


@dataclass
class Child:
    """A process that shall always run: ``module`` is started with ``python -m``.

    Each child leads its own process group, so that Ctrl-C reaches the supervisor alone and
    nothing of a killed child stays behind. Its standard input is the lifeline: one byte is the
    word to begin, and it closes when the supervisor is gone.
    """

    name: str
    module: str
    environment: Mapping[str, str]
    is_vital: bool = True
    """Whether the newspaper cannot be served without it."""

    niceness: int = 0
    """How much it leaves the processor to the others from the beginning."""

    listeners: Sequence[socket.socket] = ()
    """Sockets that it inherits each time it is started; their numbers are its arguments."""

    process: subprocess.Popen[bytes] | None = None
    start_at: float = 0.0
    deaths: list[float] = field(default_factory=list)

    def load(self) -> None:
        """Start the process; it loads the program and waits for the word to begin."""
        inherited = [listener.fileno() for listener in self.listeners]
        self.process = subprocess.Popen(
            [sys.executable, "-m", self.module, *map(str, inherited)],
            env=dict(self.environment),
            stdin=subprocess.PIPE,
            stdout=STANDARD_ERROR,
            start_new_session=True,
            pass_fds=inherited,
        )
        if self.niceness:
            give_way(self.process.pid, self.niceness)

    def begin(self) -> None:
        """Give the word; a process that is dead already is found so later."""
        assert self.process is not None
        assert self.process.stdin is not None
        with contextlib.suppress(BrokenPipeError):
            self.process.stdin.write(b"\n")
            self.process.stdin.flush()

    def start(self) -> None:
        """Start the process and let it begin at once."""
        self.load()
        self.begin()

    def look_after(self) -> bool:
        """Note a death, start again when it is time; return True when a death was noted."""
        if self.process is None:
            if time.monotonic() >= self.start_at:
                self.start()
            return False
        if self.process.poll() is None:
            return False
        self._bury()
        return True

    @property
    def is_hopeless(self) -> bool:
        """Whether the process died too often in too short a time."""
        return len(self.deaths) >= DEATHS_ALLOWED

    @property
    def pause(self) -> float:
        """How many seconds pass before it is started again: none at first, then ever more."""
        doubled: float = FIRST_PAUSE * (2 ** (len(self.deaths) - 1) - 1)
        return min(LONGEST_PAUSE, doubled)

    def ask_to_stop(self) -> None:
        """Send SIGTERM; from now on nobody new is let in."""
        for listener in self.listeners:
            listener.close()
        if self.process is not None and self.process.poll() is None:
            self.process.terminate()

    @property
    def is_running(self) -> bool:
        """Whether the process is alive."""
        return self.process is not None and self.process.poll() is None

    def clear_away(self) -> None:
        """Kill whatever is left of the process and of the processes it started."""
        if self.process is None:
            return
        with contextlib.suppress(ProcessLookupError):
            os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait()
        if self.process.stdin is not None:
            with contextlib.suppress(BrokenPipeError):
                self.process.stdin.close()
        self.process = None

    def _bury(self) -> None:
        now = time.monotonic()
        self.clear_away()
        self.deaths = [death for death in self.deaths if now - death < WITHIN_SECONDS] + [now]
        self.start_at = now + self.pause
