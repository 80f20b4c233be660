"""Raises the breaking-news strip and takes it down.

It stands over the home page and the sections' pages, not over every page: an archive of a
hundred thousand finished pages would be made anew twice for a line that is old in an hour.
"""

from __future__ import annotations

from typing import Any

from django.db import transaction
from django.utils import timezone

from redaksi.articles.models import Article
from redaksi.articles.promising import promise
from redaksi.articles.queries import is_shown_to_readers
from redaksi.design.batches import once
from redaksi.design.shown import shows
from redaksi.fronts.models import BreakingNews

TAG = "breaking:now"


def standing() -> BreakingNews | None:
    """Return the strip that was raised and not taken down, whether its story is live or not."""
    strips = BreakingNews.objects.filter(taken_down_at=None).select_related("story__section")
    return strips.defer("story__body").first()


def strip() -> BreakingNews | None:
    """Return the strip that readers see; none while its story is not theirs to see."""
    return once("breaking", _strip)


@transaction.atomic
def raise_strip(*, text: str, story: Article | None, by: Any) -> BreakingNews:
    """Raise a strip in the place of the one that stands."""
    _take_down(by)
    raised = BreakingNews.objects.create(text=text, story=story, raised_by=by)
    promise(first=["/"], tags=[TAG])
    return raised


@transaction.atomic
def take_down(*, by: Any) -> None:
    """Take down the strip that stands, if one does."""
    if _take_down(by):
        promise(first=["/"], tags=[TAG])


def _strip() -> BreakingNews | None:
    shows(*TAG.split(":"))
    raised = standing()
    if raised is None or raised.story_id is None:
        return raised
    shows("headline", raised.story_id)
    return raised if raised.story and is_shown_to_readers(raised.story) else None


def _take_down(by: Any) -> int:
    raised = BreakingNews.objects.filter(taken_down_at=None)
    return raised.update(taken_down_at=timezone.now(), taken_down_by=by)
