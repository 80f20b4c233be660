"""Does what takes long beside the press, which must not wait for a picture's renditions."""

from __future__ import annotations

import time
from contextlib import closing
from typing import Any

from redaksi.cli.aside import Aside
from redaksi.cli.beside import Beside
from redaksi.cli.priority import let_thread_give_way
from redaksi.cli.upkeep import keep_up

SECONDS_BETWEEN_LOOKS = 1.0
SECONDS_BETWEEN_UPKEEP = 3600.0
#: Rankings change every few minutes; the more is added up at once, the less there is to add.
SECONDS_BETWEEN_SUMS = 60.0
SECONDS_BETWEEN_IMPROVING = 60.0
TROUBLE = "The queued tasks could not be looked at"


class Tasks(Beside):
    """A thread that adds up what readers opened, does the queued tasks, and each hour the upkeep.

    It also sees to it that pages are compressed as well as can be, by a process of their own.
    """

    def __init__(self) -> None:
        super().__init__("tasks", seconds=SECONDS_BETWEEN_LOOKS)
        self.next_upkeep = self.next_sum = self.next_improving = 0.0
        self.worker: Any = None
        self.improver: Aside | None = None

    def stop(self) -> None:
        """End after the present task."""
        super().stop()
        if self.worker is not None:
            self.worker.running = False
        if self.improver is not None:
            self.improver.stop()

    def begin(self) -> bool:
        """Give way to everything else."""
        let_thread_give_way()
        return True

    def go_round(self) -> None:
        """Do what is queued, then what is due, and have made better what can be."""
        self.complaints.attempt(self._do_all, TROUBLE)
        if time.monotonic() >= self.next_sum:
            self.next_sum = time.monotonic() + SECONDS_BETWEEN_SUMS
            self.complaints.attempt(self._add_up, "What readers opened could not be added up")
        if time.monotonic() >= self.next_upkeep:
            self.next_upkeep = time.monotonic() + SECONDS_BETWEEN_UPKEEP
            self.complaints.attempt(keep_up, TROUBLE)
        if time.monotonic() >= self.next_improving:
            self.next_improving = time.monotonic() + SECONDS_BETWEEN_IMPROVING
            self.complaints.attempt(self._improve, "Pages could not be compressed better")

    def _add_up(self) -> None:
        from redaksi.readers.reads import take_over

        take_over()

    def _improve(self) -> None:
        from redaksi.press.improving import Improving
        from redaksi.press.pressing import open_store

        # Held open it would keep the worker from opening another after all pages are thrown away.
        with closing(open_store()) as store:
            if self.improver is None:
                self.improver = Aside("redaksi.cli.improver", str(store.root))
            if not self.improver.is_at_work and Improving(store).is_anything_left():
                self.improver.start()

    def _do_all(self) -> None:
        from django_tasks_db.management.commands.db_worker import Worker
        from django_tasks_db.models import DBTaskResult

        if not DBTaskResult.objects.ready().exists():
            return
        self.worker = Worker(
            queue_names=["*"],
            interval=0,
            batch=True,
            backend_name="default",
            startup_delay=False,
            max_tasks=None,
            worker_id="redaksi",
            excluded_queue_names=[],
        )
        if not self.is_stopping.is_set():
            self.worker.run()
