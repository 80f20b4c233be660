"""Kinds of story that fronts give a place of their own: opinions, and stories in pictures.

A page that shows the newest of them carries the tag ``kind:opinion`` or ``kind:photo``, which is
promised only when a story of such a kind comes, goes or moves.
"""

from __future__ import annotations

import heapq
from itertools import islice

from redaksi.articles.kinds import Kind
from redaksi.articles.places import NEWEST_FIRST
from redaksi.articles.queries import live_articles
from redaksi.articles.seen import Seen
from redaksi.design.shown import shows
from redaksi.newsroom.models import Section

OPINION, PHOTO = "opinion", "photo"
GROUPS: dict[str, tuple[Kind, ...]] = {
    OPINION: (Kind.OPINION, Kind.EDITORIAL, Kind.ANALYSIS),
    PHOTO: (Kind.PHOTO_STORY,),
}


def newest_in_group(group: str, section: Section | None, limit: int) -> list[int]:
    """Return the keys of the newest live stories of a group, in the paper or in a section.

    One query for each kind, so that each walks an index in order and stops.
    """
    shows("kind", group)
    stories = live_articles().order_by(*NEWEST_FIRST)
    if section is not None:
        own = "section" if section.parent_id else "top_section"
        stories = stories.filter(**{own: section.pk})
    rows = [
        stories.filter(kind=kind).values_list("published_at", "pk")[:limit]
        for kind in GROUPS[group]
    ]
    newest = heapq.merge(*rows, reverse=True)
    return [key for _moment, key in islice(newest, limit)]


def tags_of_change(before: Seen, after: Seen) -> set[str]:
    """Return the tags of the groups that a change brings a story into, out of, or about in."""
    if _standing(before) == _standing(after):
        return set()
    kinds = {seen.kind for seen in (before, after) if seen.is_live}
    return {f"kind:{name}" for name, members in GROUPS.items() if not kinds.isdisjoint(members)}


def _standing(seen: Seen) -> tuple[object, ...]:
    return (seen.kind, seen.section, seen.place) if seen.is_live else ()
