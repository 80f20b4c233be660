"""Throws away what was kept of tasks that are done."""

from __future__ import annotations

#: Days for which a finished task can still be looked at.
KEPT_DAYS = 7


def prune_finished_tasks() -> None:
    """Delete the tasks of every queue that finished, well or not, more than a week ago."""
    from django.core.management import call_command

    call_command("prune_db_task_results", queue_name="*", min_age_days=KEPT_DAYS, verbosity=0)
