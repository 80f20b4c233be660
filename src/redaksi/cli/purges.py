"""Tells the CDN of changed pages beside the press, which must not wait for it."""

from __future__ import annotations

import logging
import threading

SECONDS_BETWEEN_LOOKS = 0.25
SECONDS_AFTER_TROUBLE = 10.0

logger = logging.getLogger("redaksi.worker")


class Purges:
    """A thread that tells the CDN what waits; it ends at once when the newspaper has none."""

    def __init__(self) -> None:
        self.is_stopping = threading.Event()
        self.thread = threading.Thread(target=self._go, name="purges", daemon=True)

    def start(self) -> None:
        """Begin."""
        self.thread.start()

    def stop(self) -> None:
        """End after the present look; what is cut off is told at the next start."""
        self.is_stopping.set()

    def _go(self) -> None:
        from django.db import close_old_connections

        from redaksi.press.cdn import open_cdn
        from redaksi.press.purging import Purging, settle_left_overs

        cdn = open_cdn()
        if cdn is None:
            return
        purging, is_settled = Purging(cdn), False
        while not self.is_stopping.wait(SECONDS_BETWEEN_LOOKS):
            try:
                if not is_settled:
                    settle_left_overs()
                    is_settled = True
                purging.go_round()
            except Exception:
                # One bad look must not end the thread: the next may find the database again.
                logger.exception("The CDN could not be told of changed pages")
                self.is_stopping.wait(SECONDS_AFTER_TROUBLE)
            finally:
                close_old_connections()
