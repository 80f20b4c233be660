"""Tells the log of trouble that comes back each round: each kind once a minute, clearly."""

from __future__ import annotations

import logging
import time
from collections.abc import Callable

SECONDS_BETWEEN_COMPLAINTS = 60.0
#: So many different complaints are remembered.
KINDS_OF_TROUBLE = 20

logger = logging.getLogger("redaksi.worker")


class Complaints:
    """What was told, and when: a database that is away for a night must not fill the log."""

    def __init__(self) -> None:
        self._told: dict[str, float] = {}

    def attempt(self, work: Callable[[], object], what: str) -> None:
        """Do a piece of work; if it fails, tell, for the next time may find the database again."""
        from django.db import close_old_connections

        try:
            work()
        except Exception as problem:
            self.tell(what, problem)
        finally:
            close_old_connections()

    def tell(self, what: str, problem: Exception) -> None:
        """Log what failed, unless the same was told within the last minute."""
        from redaksi.pagestore.trouble import StoreUnwritable

        now, words = time.monotonic(), f"{what}: {problem!r}"
        if now < self._told.get(words, -SECONDS_BETWEEN_COMPLAINTS) + SECONDS_BETWEEN_COMPLAINTS:
            return
        if len(self._told) >= KINDS_OF_TROUBLE:
            self._told.clear()
        self._told[words] = now
        if isinstance(problem, StoreUnwritable):
            # Its sentence says everything; where it was noticed helps nobody.
            logger.error("%s It is tried again until it succeeds.", problem)
        else:
            logger.error(what, exc_info=problem)
