"""Lets a child process end when the supervisor that started it is gone, however it went."""

from __future__ import annotations

import os
import signal
import sys
import threading


def end_with_supervisor() -> None:
    """Send ourselves SIGTERM as soon as standard input, held by the supervisor, closes."""
    threading.Thread(target=_wait_for_the_end, name="lifeline", daemon=True).start()


def _wait_for_the_end() -> None:
    descriptor = sys.stdin.fileno()
    while os.read(descriptor, 1024):
        pass
    os.kill(os.getpid(), signal.SIGTERM)
