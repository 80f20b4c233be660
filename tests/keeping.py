"""Keeps what takes long to make and is only copied, once for each state of what shapes it.

Imports nothing of a newspaper, because the faults, which found their own, keep theirs here too.
"""

from __future__ import annotations

import fcntl
import shutil
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

SECONDS_IN_USE = 24 * 60 * 60
CACHE = Path(__file__).resolve().parent / ".cache"


def kept(kind: str, state: str, make: Callable[[Path], object]) -> Path:
    """Return the folder of that kind and state; ``make`` makes it where there is none.

    Processes that ask at the same time wait for the one that makes it. Old states are removed.
    """
    folder = CACHE / f"{kind}-{state}"
    with locked(kind):
        if not folder.exists():
            _remove_old(kind)
            unfinished = CACHE / f"unfinished-{kind}"
            shutil.rmtree(unfinished, ignore_errors=True)
            make(unfinished)
            unfinished.rename(folder)
    return folder


def _remove_old(kind: str) -> None:
    """Remove states of days past; a run that began before a change may still use a younger one."""
    for older in CACHE.glob(f"{kind}-*"):
        if time.time() - older.stat().st_mtime > SECONDS_IN_USE:
            shutil.rmtree(older)


@contextmanager
def locked(name: str) -> Iterator[None]:
    """Let one process of this tree after another do what is in the block."""
    CACHE.mkdir(exist_ok=True)
    with (CACHE / f"{name}.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield
