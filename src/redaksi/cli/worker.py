"""The worker process: publishes what is due each second and does the queued tasks."""

from __future__ import annotations

import logging
import signal
import sys
import time
from types import FrameType
from typing import Any

from redaksi.cli.lifeline import end_with_supervisor, wait_for_the_word

SECONDS_BETWEEN_ROUNDS = 1.0
SECONDS_BETWEEN_COMPLAINTS = 60.0

logger = logging.getLogger("redaksi.worker")


class Rounds:
    """Goes its rounds until told to stop; the piece of work in hand is finished first."""

    def __init__(self) -> None:
        self.is_stopping = False
        self.is_resting = False
        self.tasks: Any = None
        self.last_words, self.told_at = "", 0.0

    def stop(self, _number: int, _frame: FrameType | None) -> None:
        """End after the present piece of work, or at once when resting (a signal handler)."""
        self.is_stopping = True
        if self.tasks is not None:
            self.tasks.running = False
        if self.is_resting:
            sys.exit()

    def go(self) -> None:
        """Go round after round."""
        while not self.is_stopping:
            started = time.monotonic()
            for work in (self.publish, self.do_tasks):
                self._attempt(work)
            self._rest(SECONDS_BETWEEN_ROUNDS - (time.monotonic() - started))

    def publish(self) -> None:
        """Publish the stories whose time has come."""
        from redaksi.articles.scheduling import publish_due

        publish_due()

    def do_tasks(self) -> None:
        """Do the queued tasks until none is left."""
        from django_tasks_db.management.commands.db_worker import Worker
        from django_tasks_db.models import DBTaskResult

        if not DBTaskResult.objects.ready().exists():
            return
        self.tasks = Worker(
            queue_names=["*"],
            interval=0,
            batch=True,
            backend_name="default",
            startup_delay=False,
            max_tasks=None,
            worker_id="redaksi",
            excluded_queue_names=[],
        )
        if not self.is_stopping:
            self.tasks.run()

    def _rest(self, seconds: float) -> None:
        self.is_resting = True
        if not self.is_stopping:
            time.sleep(max(0.0, seconds))
        self.is_resting = False

    def _attempt(self, work: Any) -> None:
        from django.db import close_old_connections

        try:
            work()
        except Exception as problem:
            # One bad round must not end the worker: the next one may find the database again.
            self._complain(problem)
        finally:
            close_old_connections()

    def _complain(self, problem: Exception) -> None:
        # A database that is away for a night must not fill the log every second.
        now, words = time.monotonic(), repr(problem)
        if words != self.last_words or now - self.told_at > SECONDS_BETWEEN_COMPLAINTS:
            self.last_words, self.told_at = words, now
            logger.error("A round of the worker failed", exc_info=problem)


def main() -> None:
    """Load the program, wait for the word, then work until SIGTERM."""
    import django

    django.setup()
    wait_for_the_word()
    rounds = Rounds()
    signal.signal(signal.SIGTERM, rounds.stop)
    signal.signal(signal.SIGINT, rounds.stop)
    end_with_supervisor()
    rounds.go()


if __name__ == "__main__":
    main()
