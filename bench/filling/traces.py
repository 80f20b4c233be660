"""Adds what work leaves behind: reviews passed, returned and waiting, notes, former addresses."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db.models import F
from django.utils import timezone
from wagtail.models import TaskState, Workflow, WorkflowState

from bench.filling.bulk import Table
from redaksi.articles.models import Article, DeskReview, EditorialNote, FormerAddress
from redaksi.newsroom.models import User

#: One story in so many went through review; one in so many has a note, or once moved.
REVIEWED, NOTED, MOVED = 3, 10, 50
WAITING = RETURNED = 15


def add_reviews(size: int) -> None:
    """Add reviews, notes and former addresses; what still waits does not grow with the size."""
    Table(WorkflowState).insert(_rounds(size))
    Table(TaskState).insert(_steps(size))
    WorkflowState.objects.update(current_task_state_id=F("pk"))
    Table(EditorialNote).insert(_notes(size))
    Table(EditorialNote.mentioned.through).insert(_mentions(size))
    Table(FormerAddress).insert(
        {"path": f"/nasional/2020/01/02/lama-{place}/", "article_id": place}
        for place in range(1, size, MOVED)
    )


def _reviewed(size: int) -> Iterator[tuple[int, int, str]]:
    """Yield number, article and state of each round of review; the newest still wait."""
    places = list(range(1, size + 1, REVIEWED))
    for number, place in enumerate(places, 1):
        left = len(places) - number
        state = WorkflowState.STATUS_APPROVED
        if left < WAITING:
            state = WorkflowState.STATUS_IN_PROGRESS
        elif left < WAITING + RETURNED:
            state = WorkflowState.STATUS_NEEDS_CHANGES
        yield number, place, state


def _rounds(size: int) -> Iterator[dict[str, Any]]:
    kind = ContentType.objects.get_for_model(Article).pk
    workflow = Workflow.objects.get(workflow_tasks__task=DeskReview.objects.get()).pk
    ani = User.objects.get(username="ani").pk
    now = timezone.now()
    for number, place, state in _reviewed(size):
        yield {
            "id": number,
            "content_type_id": kind,
            "base_content_type_id": kind,
            "object_id": str(place),
            "workflow_id": workflow,
            "status": state,
            "created_at": now - datetime.timedelta(minutes=size - place),
            "requested_by_id": ani,
        }


def _steps(size: int) -> Iterator[dict[str, Any]]:
    review = DeskReview.objects.get()
    kind = ContentType.objects.get_for_model(TaskState).pk
    now = timezone.now()
    of_round = {WorkflowState.STATUS_NEEDS_CHANGES: TaskState.STATUS_REJECTED}
    for number, place, state in _reviewed(size):
        waits = state == WorkflowState.STATUS_IN_PROGRESS
        yield {
            "id": number,
            "workflow_state_id": number,
            "revision_id": place,
            "task_id": review.pk,
            "status": of_round.get(state, state),
            "started_at": now - datetime.timedelta(minutes=size - place),
            "finished_at": None if waits else now,
            "comment": "Mohon dilengkapi." if state == WorkflowState.STATUS_NEEDS_CHANGES else "",
            "content_type_id": kind,
        }


def _notes(size: int) -> Iterator[dict[str, Any]]:
    budi = User.objects.get(username="budi").pk
    now = timezone.now()
    for number, place in enumerate(range(1, size + 1, NOTED), 1):
        yield {
            "id": number,
            "article_id": place,
            "author_id": budi,
            "text": "@ani tolong cek angkanya.",
            "created_at": now - datetime.timedelta(minutes=size - place),
            "resolved_at": now if place < size - 200 else None,
        }


def _mentions(size: int) -> Iterator[dict[str, Any]]:
    ani = User.objects.get(username="ani").pk
    for number, _place in enumerate(range(1, size + 1, NOTED), 1):
        yield {"editorialnote_id": number, "user_id": ani}
