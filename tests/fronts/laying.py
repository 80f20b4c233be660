"""Lays fronts out for tests, as an editor does."""

from __future__ import annotations

from typing import Any

from redaksi.articles.models import Article
from redaksi.fronts.models import Front
from redaksi.newsroom.models import Section

Slots = list[tuple[str, dict[str, Any]]]


def pin(story: Article, headline: str = "", picture: Any = None) -> dict[str, Any]:
    """Return a pin as a block holds it."""
    return {"story": story, "headline": headline, "picture": picture}


def lay_out(section: Section | None, slots: Slots, *, by: Any = None) -> Front:
    """Publish a front in a new version."""
    front = Front.objects.filter(section=section).first() or Front(section=section)
    front.slots = slots
    if front.pk is None:
        front.save()
    front.save_revision(user=by).publish(user=by)
    front.refresh_from_db()
    return front
