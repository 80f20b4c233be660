"""Finished tasks are kept for a week and then thrown away; what waits is left alone."""

from __future__ import annotations

import datetime

import pytest
from django.utils import timezone
from django_tasks.base import TaskResultStatus
from django_tasks_db.models import DBTaskResult

from redaksi.cli.pruning import prune_finished_tasks
from redaksi.pictures.tasks import make_renditions_later

DAY = datetime.timedelta(days=1)


def a_task(status: str, age: datetime.timedelta) -> str:
    """Queue a task, turn its clock back and return its key."""
    result = make_renditions_later.enqueue(1)
    moment = timezone.now() - age
    ended = moment if status != TaskResultStatus.READY else None
    DBTaskResult.objects.filter(pk=result.id).update(
        status=status, enqueued_at=moment, finished_at=ended, queue_name=f"{status} {age.days}"
    )
    return str(result.id)


@pytest.mark.django_db
def test_only_what_finished_long_ago_goes() -> None:
    states = (TaskResultStatus.SUCCESSFUL, TaskResultStatus.FAILED, TaskResultStatus.READY)
    tasks = [a_task(status, days * DAY) for status in states for days in (6, 8)]

    prune_finished_tasks()

    kept = DBTaskResult.objects.filter(pk__in=tasks).values_list("queue_name", flat=True)
    assert sorted(kept) == ["FAILED 6", "READY 6", "READY 8", "SUCCESSFUL 6"]
