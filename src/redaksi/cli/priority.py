"""Lowers the priority of a process, so that readers are answered before anything else is done."""

from __future__ import annotations

import contextlib
import os
import time
from pathlib import Path

NICENESS = 10
"""About a tenth of a core that others keep busy: less than they get, and never nothing."""


def give_way(pid: int) -> None:
    """Lower the priority of a session's first process and of all that it starts.

    Linux shares the processor out among sessions first (sched(7), autogroups), and only inside
    of one does the niceness of a process count; so it is set for both.
    """
    with contextlib.suppress(OSError):
        os.setpriority(os.PRIO_PROCESS, pid, NICENESS)
    for _attempt in range(3):
        try:
            Path(f"/proc/{pid}/autogroup").write_text(str(NICENESS))
        except BlockingIOError:
            # Linux lets ordinary users change this ten times a second.
            time.sleep(0.1)
        except OSError:
            return
        else:
            return
