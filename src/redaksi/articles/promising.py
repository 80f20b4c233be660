"""Promises that what readers see is made again, in the transaction of what changes it."""

from __future__ import annotations

from collections.abc import Iterable

from redaksi.articles import days, groups, parts, topics
from redaksi.articles.addresses import article_address
from redaksi.articles.models import Article, FormerAddress, OutboxEntry
from redaksi.articles.queries import after_place, before_place
from redaksi.articles.seen import Seen
from redaksi.articles.stretching import resettle
from redaksi.newsroom.models import FormerSectionSlug


def promise(
    *,
    first: Iterable[str] = (),
    addresses: Iterable[str] = (),
    tags: Iterable[str] = (),
    everything: bool = False,
) -> None:
    """Promise to make pages again: these addresses, and all pages that carry these tags."""
    OutboxEntry.objects.create(
        first=sorted(set(first)),
        addresses=sorted(set(addresses)),
        tags=sorted(set(tags)),
        everything=everything,
    )


def promise_change(article: Article, before: Seen, after: Seen) -> None:
    """Promise every page that shows the article, or that shows it no longer.

    Nothing is promised for what no reader could see, before or after.
    """
    if not (before.is_live or after.is_live or before.is_withdrawn != after.is_withdrawn):
        return
    tags = {f"article:{article.pk}"}
    if before.headline != after.headline:
        tags |= {f"headline:{article.pk}", f"translations:{article.translation_key}"}
    if (before.headline, before.teaser) != (after.headline, after.teaser):
        tags.add(f"teaser:{article.pk}")
    if (before.is_live, before.place, before.section) != (
        after.is_live,
        after.place,
        after.section,
    ):
        tags |= _beside(article, before) | _beside(article, after)
    paths = {path for path in (before.path, after.path) if path}
    if before.path != after.path:
        paths |= _under_former_slugs(before) | _under_former_slugs(after)
    if (before.is_live, before.is_withdrawn) != (after.is_live, after.is_withdrawn):
        # Former addresses lead only to what readers see; where they led nowhere, no page is kept.
        former = FormerAddress.objects.filter(article=article.pk)
        paths |= set(former.values_list("path", flat=True))
    tags |= _pages_of_lists(before, after)
    tags |= days.tags_of_change(article, before, after)
    tags |= parts.tags_of_change(article, before, after)
    tags |= topics.tags_of_change(article, before, after)
    tags |= groups.tags_of_change(before, after)
    promise(first=paths, tags=tags)


def _under_former_slugs(seen: Seen) -> set[str]:
    """Return the addresses that lead to the story since its section was renamed."""
    if seen.day is None:
        return set()
    slugs = FormerSectionSlug.objects.filter(section=seen.section).values_list("slug", flat=True)
    words = seen.path.rstrip("/").rpartition("/")[2]
    return {article_address(slug, seen.day, words) for slug in slugs}


def _beside(article: Article, seen: Seen) -> set[str]:
    """Return the tags of the stories whose previous or next one this is, or would be."""
    if not seen.is_live or seen.place is None:
        return set()
    place = seen.place
    found = (before_place(seen.section, place), after_place(seen.section, place))
    neighbours = {story.pk for story in found if story is not None} - {article.pk}
    return {f"beside:{key}" for key in neighbours}


def _pages_of_lists(before: Seen, after: Seen) -> set[str]:
    came_or_went = before.is_live != after.is_live or before.place != after.place
    keys = before.lists.keys() | after.lists.keys()
    if not came_or_went:
        keys = before.lists.keys() ^ after.lists.keys()
    changed: set[str] = set()
    for seen in (before, after):
        if seen.place is not None:
            lists = [news for key, news in seen.lists.items() if key in keys]
            changed |= resettle(lists, seen.place)
    return {f"list:{page}" for page in changed}
