"""Lowers the priority of a process, so that readers are answered before anything else is done."""

from __future__ import annotations

import contextlib
import os
import threading
import time
from pathlib import Path

LOW = 10
"""For the newsroom: a tenth of a core that readers keep busy, and never nothing."""

MODEST = 5
"""For the press: a quarter of such a core, because a story must go out on the busiest night."""

LOWEST = 15
"""For what nobody waits for."""


def give_way(pid: int, niceness: int) -> None:
    """Lower the priority of a session's first process and of all that it starts.

    Linux shares the processor out among sessions first (sched(7), autogroups), and only inside
    of one does the niceness of a process count; so it is set for both.
    """
    with contextlib.suppress(OSError):
        os.setpriority(os.PRIO_PROCESS, pid, niceness)
    for _attempt in range(3):
        try:
            Path(f"/proc/{pid}/autogroup").write_text(str(niceness))
        except BlockingIOError:
            # Linux lets ordinary users change this ten times a second.
            time.sleep(0.1)
        except OSError:
            return
        else:
            return


def let_thread_give_way() -> None:
    """Lower the priority of the calling thread alone, where the system knows such a thing."""
    with contextlib.suppress(OSError):
        os.setpriority(os.PRIO_PROCESS, threading.get_native_id(), LOWEST)
