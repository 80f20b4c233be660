"""Sees to it that a Ctrl-C is never lost."""

from __future__ import annotations

import signal
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import FrameType


@contextmanager
def interruptible() -> Iterator[Callable[[], None]]:
    """Give the block a function that raises ``KeyboardInterrupt`` if Ctrl-C was pressed before.

    Python raises it at once, but prints and drops what is raised while it frees an object.
    """
    came = False

    def interrupt(number: int, frame: FrameType | None) -> None:
        nonlocal came
        came = True
        raise KeyboardInterrupt

    def go_on() -> None:
        if came:
            raise KeyboardInterrupt

    former = signal.signal(signal.SIGINT, interrupt)
    try:
        yield go_on
    finally:
        signal.signal(signal.SIGINT, former)
