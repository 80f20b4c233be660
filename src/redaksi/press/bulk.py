"""Makes many pages with all the cores of the machine."""

from __future__ import annotations

import gc
import multiprocessing
import os
from collections.abc import Iterator

from django.db import connections

from redaksi.pagestore.wishes import Wanted
from redaksi.press.pressing import Pressed, open_store, press_wishes, wishes_in_hand

#: Pages that one process makes before it asks for more.
CHUNK = 100
#: Objects that are made before Python looks for garbage; the usual 700 cost a page 7 % more time.
OBJECTS_BETWEEN_COLLECTIONS = 50_000


def press_with_all_cores(processes: int | None = None) -> Iterator[Pressed]:
    """Make every wanted page; yield what was done, piece by piece.

    Stopped at any moment, what was not made is still wanted: the next run goes on from there.
    """
    store = open_store()
    number = processes or len(os.sched_getaffinity(0))
    # Open connections must not be shared by processes.
    connections.close_all()
    with multiprocessing.get_context("fork").Pool(number, _collect_seldom) as pool:
        while wishes := wishes_in_hand(store, number * CHUNK * 4):
            chunks = [wishes[start : start + CHUNK] for start in range(0, len(wishes), CHUNK)]
            yield from pool.imap_unordered(_press_chunk, chunks)


def _collect_seldom() -> None:
    gc.freeze()
    gc.set_threshold(OBJECTS_BETWEEN_COLLECTIONS)


def _press_chunk(wishes: list[Wanted]) -> Pressed:
    return press_wishes(open_store(), wishes, durable=False)
