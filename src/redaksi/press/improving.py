"""Compresses pages as well as can be, one at a time, while nothing else is wanted."""

from __future__ import annotations

import time

from redaksi.pagestore.store import PageStore
from redaksi.press.urgencies import FAILED

#: A story that is published meanwhile waits for one page of 50 ms, not for several.
AT_A_TIME = 1
#: A page that changed a moment ago will change again.
SECONDS_UNCHANGED = 60
#: Edges forget what they hold in memory at most so often, because nothing they hold is wrong.
SECONDS_BETWEEN_TELLING = 60.0


class Improving:
    """Goes through the pages that were compressed quickly, the oldest first."""

    def __init__(self, store: PageStore) -> None:
        self._store = store
        self._is_untold = False
        self._next_telling = 0.0

    def go_on(self) -> bool:
        """Compress the next page; return whether there was one.

        Raises:
            StoreUnwritable: if the disk is full or read-only; the pages stay as they were.
        """
        addresses = self._next()
        if addresses and self._store.recompress(*addresses):
            self._is_untold = True
        if self._is_untold and (not addresses or time.monotonic() >= self._next_telling):
            self._store.generation.bump()
            self._is_untold = False
            self._next_telling = time.monotonic() + SECONDS_BETWEEN_TELLING
        return bool(addresses)

    def is_anything_left(self) -> bool:
        """Whether there are such pages, be it that others are wanted first."""
        return bool(self._quickly_coded())

    def _next(self) -> list[str]:
        return [] if self._is_any_wanted() else self._quickly_coded()

    def _is_any_wanted(self) -> bool:
        return any(wish.urgency < FAILED for wish in self._store.index.wanted(1))

    def _quickly_coded(self) -> list[str]:
        before = int(time.time()) - SECONDS_UNCHANGED
        return self._store.index.quickly_coded(AT_A_TIME, before=before)
