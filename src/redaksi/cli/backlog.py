"""Makes a long row of pages with all cores: a process that the worker starts when there is one.

The worker goes on with what is urgent meanwhile. Killed at any moment, what was not made is still
wanted.
"""

from __future__ import annotations

import os
import signal
import sys
import time
from types import FrameType
from typing import TYPE_CHECKING

from redaksi.cli.aside import Aside
from redaksi.cli.lifeline import end_with_supervisor

if TYPE_CHECKING:
    from redaksi.pagestore.store import PageStore

#: Pages for which it is worth while to start processes.
MANY = 400
SECONDS_BETWEEN_LOOKS = 1.0


class Backlog:
    """The process that makes the long row, while there is one."""

    def __init__(self) -> None:
        self._process = Aside("redaksi.cli.backlog")
        self._next_look = 0.0

    def is_at_work(self, store: PageStore) -> bool:
        """Whether the process runs; it is started if there is enough for it to do."""
        if self._process.is_at_work:
            return True
        if time.monotonic() < self._next_look or len(os.sched_getaffinity(0)) < 2:
            return False
        self._next_look = time.monotonic() + SECONDS_BETWEEN_LOOKS
        return _is_long(store) and self._process.start()

    def stop(self) -> None:
        """End it and all that it started, at once."""
        self._process.stop()


def _is_long(store: PageStore) -> bool:
    from redaksi.press.pressing import wishes_in_hand
    from redaksi.press.urgencies import LATER

    # What is more urgent stands before it, and is for the worker to make.
    return len(wishes_in_hand(store, 2 * MANY, least=LATER)) >= MANY


def main() -> None:
    """Make what can wait until none of it is left, or the worker is gone."""
    import django

    django.setup()
    from redaksi.pagestore.trouble import StoreUnwritable
    from redaksi.press.bulk import press_with_all_cores
    from redaksi.press.urgencies import LATER

    signal.signal(signal.SIGTERM, _end_all)
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    end_with_supervisor()
    try:
        for _piece in press_with_all_cores(least=LATER):
            pass
    except StoreUnwritable as problem:
        # The worker, which says so itself, starts this again after a while.
        sys.exit(str(problem))


def _end_all(_number: int, _frame: FrameType | None) -> None:
    os.killpg(0, signal.SIGKILL)


if __name__ == "__main__":
    main()
