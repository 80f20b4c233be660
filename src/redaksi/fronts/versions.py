"""The versions of a front: who placed what and when, and putting an earlier one back."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db import transaction
from wagtail.models import Revision

from redaksi.articles.models import Article
from redaksi.fronts.models import Front
from redaksi.fronts.slots import Slot, read_slots

#: Versions shown, the newest first.
LENGTH = 50


@dataclass(frozen=True)
class Version:
    """One saved version: the revision, its place in the count, and what was placed by hand."""

    revision: Revision
    placed: list[str]
    is_shown: bool


def versions_of(front: Front) -> list[Version]:
    """Return the newest versions with the headlines of their pins, whatever their number."""
    revisions = list(front.revisions.select_related("user").order_by("-pk")[:LENGTH])
    slots = {revision.pk: _slots_in(revision) for revision in revisions}
    headlines = _headlines(slot for found in slots.values() for slot in found)
    return [
        Version(
            revision,
            [headlines[key] for key in _pinned(slots[revision.pk]) if key in headlines],
            front.live and revision.pk == front.live_revision_id,
        )
        for revision in revisions
    ]


@transaction.atomic
def put_back(front: Front, revision: Revision, *, by: Any) -> None:
    """Let readers see the front as it was; a new version says who put it back."""
    earlier = revision.as_object()
    earlier.go_live_at = earlier.expire_at = None  # Its hour has come and gone.
    again = earlier.save_revision(user=by, log_action=True, previous_revision=revision)
    again.publish(user=by, previous_revision=revision)


def _slots_in(revision: Revision) -> tuple[Slot, ...]:
    return read_slots(json.loads(revision.content["slots"] or "[]"))


def _pinned(slots: Iterable[Slot]) -> list[int]:
    return [pin.story for slot in slots for pin in slot.pins]


def _headlines(slots: Iterable[Slot]) -> dict[int, str]:
    stories = Article.objects.filter(pk__in=set(_pinned(slots)))
    return dict(stories.values_list("pk", "headline"))
