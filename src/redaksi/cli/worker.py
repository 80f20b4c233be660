"""The worker process: publishes what is due, makes pages, and does the queued tasks."""

from __future__ import annotations

import signal
import sys
import time
from datetime import UTC, datetime
from types import FrameType
from typing import Any

from redaksi.cli.backlog import Backlog
from redaksi.cli.changes import Changes
from redaksi.cli.complaining import Complaints
from redaksi.cli.lifeline import end_with_supervisor, wait_for_the_word
from redaksi.cli.purges import Purges
from redaksi.cli.readings import Readings
from redaksi.cli.tasks import Tasks

#: A promise made to readers waits this long at most before it is looked at.
SECONDS_BETWEEN_ROUNDS = 0.02
#: Others want pages too, ``redaksi press`` say, without a promise.
SECONDS_BETWEEN_LOOKS = 1.0
SECONDS_BETWEEN_SCHEDULES = 0.25
SECONDS_BETWEEN_COUNTS = 2.0
SECONDS_BETWEEN_UPKEEP = 3600.0
#: A page that shows a ranking is made anew no more often than this.
SECONDS_BETWEEN_RANKINGS = 300.0
#: How long pages are made before the schedule is looked at again.
SECONDS_OF_PRESSING = 0.25


class Rounds:
    """Goes its rounds until told to stop; the piece of work in hand is finished first."""

    def __init__(self) -> None:
        self.is_stopping = False
        self.is_resting = False
        self.tasks = Tasks()
        self.purges = Purges()
        self.readings = Readings()
        self.store: Any = None
        self.complaints = Complaints()
        self.changes = Changes()
        self.backlog = Backlog()
        self.is_schedule_known = self.is_drained = False
        self.next_due: datetime | None = None
        self.next_schedule = self.next_count = self.next_upkeep = self.next_look = 0.0
        self.next_ranking = 0.0

    def stop(self, _number: int, _frame: FrameType | None) -> None:
        """End after the present piece of work, or at once when resting (a signal handler)."""
        self.is_stopping = True
        self.tasks.stop()
        self.purges.stop()
        self.readings.stop()
        if self.is_resting:
            self.backlog.stop()
            sys.exit()

    def go(self) -> None:
        """Go round after round."""
        self.tasks.start()
        self.purges.start()
        self.readings.start()
        while not self.is_stopping:
            started = time.monotonic()
            for work in (self.look, self.publish, self.count, self.press, self.keep_up):
                self.complaints.attempt(work, "A round of the worker failed")
            self._rest(SECONDS_BETWEEN_ROUNDS - (time.monotonic() - started))
        self.backlog.stop()

    def look(self) -> None:
        """Forget what is known of schedule and promises when the database was written to."""
        if self.changes.have_come():
            self.is_schedule_known = self.is_drained = False

    def publish(self) -> None:
        """Publish the stories whose time has come."""
        from redaksi.articles.scheduling import next_due, publish_due

        is_due = self.next_due is not None and self.next_due <= datetime.now(UTC)
        if (self.is_schedule_known and not is_due) or time.monotonic() < self.next_schedule:
            return
        self.next_schedule = time.monotonic() + SECONDS_BETWEEN_SCHEDULES
        self.is_drained = False
        publish_due()
        self.next_due = next_due()
        self.is_schedule_known = True

    def count(self) -> None:
        """Count what readers gave, and rank that and what they opened from time to time."""
        from redaksi.readers.counting import count_due
        from redaksi.readers.ranking import rank

        if time.monotonic() >= self.next_count:
            self.next_count = time.monotonic() + SECONDS_BETWEEN_COUNTS
            if count_due():
                self.is_drained = False
        if time.monotonic() >= self.next_ranking:
            self.next_ranking = time.monotonic() + SECONDS_BETWEEN_RANKINGS
            if rank():
                self.is_drained = False

    def press(self) -> None:
        """Make the pages that were promised to readers."""
        from redaksi.pagestore.trouble import Reason, StoreUnwritable

        try:
            self._press()
        except StoreUnwritable as problem:
            if problem.reason is Reason.DAMAGED:
                # Perhaps only what this process has of it: it is opened anew.
                self._let_the_store_go()
            raise

    def _let_the_store_go(self) -> None:
        if self.store is not None:
            self.store.close()
            self.store = None

    def _press(self) -> None:
        from redaksi.press.draining import drain
        from redaksi.press.pressing import open_store, press_wanted, wishes_in_hand
        from redaksi.press.starting import make_ready
        from redaksi.press.urgencies import FAILED, LATER

        if self.store is None:
            store = open_store()
            make_ready(store)
            self.store = store
            self.next_upkeep = time.monotonic() + SECONDS_BETWEEN_UPKEEP
        if not self.is_drained:
            found = drain(self.store)
            self.is_drained = not found
            if found:
                self.next_look = 0.0
        if time.monotonic() >= self.next_look:
            if not self.store.is_in_place():
                # Somebody threw all pages away; a new store is made ready in the next round.
                self._let_the_store_go()
                return
            before = LATER if self.backlog.is_at_work(self.store) else FAILED
            press_wanted(self.store, seconds=SECONDS_OF_PRESSING, before=before)
            has_more = bool(wishes_in_hand(self.store, 1, before=before))
            self.next_look = 0.0 if has_more else time.monotonic() + SECONDS_BETWEEN_LOOKS

    def keep_up(self) -> None:
        """Look after what changes slowly."""
        from redaksi.press.starting import forget_old_news, look_at_the_frame
        from redaksi.readers.complaining import forget_unconfirmed
        from redaksi.readers.identity import forget_old_salts
        from redaksi.readers.reads import forget_old_reads

        if self.store is not None and time.monotonic() >= self.next_upkeep:
            self.next_upkeep = time.monotonic() + SECONDS_BETWEEN_UPKEEP
            self.is_drained = False
            look_at_the_frame(self.store)
            forget_old_news(self.store)
            forget_old_salts()
            forget_old_reads()
            forget_unconfirmed()

    def _rest(self, seconds: float) -> None:
        self.is_resting = True
        if not self.is_stopping:
            time.sleep(max(0.0, seconds))
        self.is_resting = False


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
