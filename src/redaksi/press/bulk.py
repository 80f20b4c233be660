"""Makes many pages with all the cores of the machine."""

from __future__ import annotations

import gc
import multiprocessing
import os
import signal
from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from pathlib import Path

from django.db import connections

from redaksi.design.batches import batch
from redaksi.pagestore.store import PageStore
from redaksi.pagestore.wishes import Wanted
from redaksi.press.pressing import Pressed, open_store, press_wishes, wishes_in_hand
from redaksi.press.urgencies import AT_ONCE

#: Pages that one process makes before it asks for more.
CHUNK = 300
#: Objects that are made before Python looks for garbage; the usual 700 cost a page 7 % more time.
OBJECTS_BETWEEN_COLLECTIONS = 50_000
#: Bytes by which a process may grow before it forgets what it has read of the database.
MOST_GROWN = 100_000_000


def press_with_all_cores(
    processes: int | None = None, *, least: int = AT_ONCE
) -> Iterator[Pressed]:
    """Make every wanted page from an urgency on; yield what was done, piece by piece.

    Stopped at any moment, what was not made is still wanted: the next run goes on from there.
    """
    store = open_store()
    number = processes or len(os.sched_getaffinity(0))
    # Open connections must not be shared by processes.
    connections.close_all()
    with multiprocessing.get_context("fork").Pool(number, _begin) as pool:
        while wishes := wishes_in_hand(store, number * CHUNK * 4, least=least):
            chunks = [wishes[start : start + CHUNK] for start in range(0, len(wishes), CHUNK)]
            yield from pool.imap_unordered(_press_chunk, chunks)


class Look:
    """What one process has read of the database: kept for as long as no wish is younger.

    A page that is made of it is as old as the look, and says so to the store; what changes after
    the look is wished for after it, and made from a new one.
    """

    def __init__(self, store: PageStore) -> None:
        self.store = store
        self._kept = ExitStack()
        self._seen = -1
        self._most = _memory() + MOST_GROWN

    def seen_for(self, wishes: Sequence[Wanted]) -> int:
        """Return the index's clock at the look from which these wishes may be fulfilled."""
        youngest, is_large = max(wish.ticket for wish in wishes), _memory() > self._most
        if youngest > self._seen or is_large:
            self.forget()
            if is_large:
                # Texts and their blocks name each other: nothing else takes them away so soon.
                gc.collect()
            self._seen = self.store.index.clock()
            self._kept.enter_context(batch())
        return self._seen

    def forget(self) -> None:
        """Look anew for the next wishes."""
        self._kept.close()
        self._seen = -1


def _memory() -> int:
    """Return how many bytes this process has in memory."""
    pages = Path("/proc/self/statm").read_text(encoding="ascii").split()[1]
    return int(pages) * os.sysconf("SC_PAGE_SIZE")


_look: Look


def _begin() -> None:
    global _look
    # What ends the process that started this one has its own ways.
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    gc.freeze()
    gc.set_threshold(OBJECTS_BETWEEN_COLLECTIONS)
    _look = Look(open_store())


def _press_chunk(wishes: list[Wanted]) -> Pressed:
    return press_wishes(_look.store, wishes, seen=_look.seen_for(wishes))
