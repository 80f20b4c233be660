"""Ties a child process to the supervisor that started it, through its standard input."""

from __future__ import annotations

import os
import select
import signal
import sys
import threading


def wait_for_the_word() -> None:
    """Wait until the supervisor lets us begin; end when it is gone instead."""
    if not os.read(sys.stdin.fileno(), 1):
        sys.exit()


def end_with_supervisor() -> None:
    """Send ourselves SIGTERM as soon as the supervisor is gone, however it went."""
    threading.Thread(target=_wait_for_the_end, name="lifeline", daemon=True).start()


def supervisor_is_gone(seconds: float) -> bool:
    """Wait up to so many seconds for the supervisor's end, and say whether it came."""
    readable, _writable, _failed = select.select([sys.stdin], [], [], seconds)
    return bool(readable) and not os.read(sys.stdin.fileno(), 1024)


def _wait_for_the_end() -> None:
    while os.read(sys.stdin.fileno(), 1024):
        pass
    os.kill(os.getpid(), signal.SIGTERM)
