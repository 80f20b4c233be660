"""Shares the cores out: the first is the servers', the others are the load generators'."""

from __future__ import annotations

import os
from collections.abc import Sequence

ALL = tuple(sorted(os.sched_getaffinity(0)))
SERVER = ALL[0]
LOAD = ALL[1:] or ALL


def on_core(core: int, command: Sequence[str]) -> list[str]:
    """Return the command that runs the same on one core alone (taskset of util-linux)."""
    return ["taskset", "-c", str(core), *command]
