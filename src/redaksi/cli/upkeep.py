"""What a newspaper needs from time to time, and nobody waits for."""

from __future__ import annotations

from contextlib import closing

from redaksi.cli.pruning import prune_finished_tasks
from redaksi.cli.sqlite import refresh_statistics


def keep_up() -> None:
    """Count what the database holds, throw old tasks away, clear up what a crash left lying.

    Pages that could not be made are tried again.
    """
    from redaksi.press.pressing import open_store, want_failed_again
    from redaksi.press.purging import withdraw_unused

    refresh_statistics()
    prune_finished_tasks()
    # What is held open keeps the worker from opening another after all pages are thrown away.
    with closing(open_store()) as store:
        store.tidy()
        withdraw_unused(store)
        want_failed_again(store)
