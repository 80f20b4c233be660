"""Does what takes long beside the press, which must not wait for a picture's renditions."""

from __future__ import annotations

import threading
import time
from typing import Any

from redaksi.cli.complaining import Complaints
from redaksi.cli.priority import let_thread_give_way
from redaksi.cli.upkeep import keep_up

SECONDS_BETWEEN_LOOKS = 1.0
SECONDS_BETWEEN_UPKEEP = 3600.0
TROUBLE = "The queued tasks could not be looked at"


class Tasks:
    """A thread that does the queued tasks, one after the other, and each hour the upkeep."""

    def __init__(self) -> None:
        self.complaints = Complaints()
        self.next_upkeep = 0.0
        self.is_stopping = threading.Event()
        self.worker: Any = None
        self.thread = threading.Thread(target=self._go, name="tasks")

    def start(self) -> None:
        """Begin."""
        self.thread.start()

    def stop(self) -> None:
        """End after the present task."""
        self.is_stopping.set()
        if self.worker is not None:
            self.worker.running = False

    def _go(self) -> None:
        let_thread_give_way()
        while not self.is_stopping.wait(SECONDS_BETWEEN_LOOKS):
            self.complaints.attempt(self._do_all, TROUBLE)
            if time.monotonic() >= self.next_upkeep:
                self.next_upkeep = time.monotonic() + SECONDS_BETWEEN_UPKEEP
                self.complaints.attempt(keep_up, TROUBLE)

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
