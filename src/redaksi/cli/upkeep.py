"""What a newspaper needs from time to time, and nobody waits for."""

from __future__ import annotations

from redaksi.cli.pruning import prune_finished_tasks
from redaksi.cli.sqlite import refresh_statistics


def keep_up() -> None:
    """Count what the database holds, throw old tasks away, clear up what a crash left lying."""
    from redaksi.press.pressing import open_store

    refresh_statistics()
    prune_finished_tasks()
    store = open_store()
    store.tidy()
    store.withdraw_unused()
