"""Keeps the lists that name their stories one by one: of writers and of tags."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from django.db import transaction

from redaksi.articles.lists import key_of_tag, key_of_writer
from redaksi.articles.models import Article, ArticleAuthor, ArticleTag, ListedStory
from redaksi.articles.places import Cursor
from redaksi.articles.seen import Seen

AT_ONCE = 1000


def list_again(article: Article, before: Seen, after: Seen) -> None:
    """Take a story out of the lists that it left, and put it into those that it came to."""
    was, now = places_in_lists(before), places_in_lists(after)
    if gone := [key for key, _place in was - now]:
        ListedStory.objects.filter(article=article, list__in=gone).delete()
    if came := now - was:
        ListedStory.objects.bulk_create(
            [_row(key, place) for key, place in came], ignore_conflicts=True
        )


@transaction.atomic
def list_all_afresh() -> None:
    """List every live story anew, in an archive that did not come through ``publish``."""
    ListedStory.objects.all().delete()
    rows = _every_row()
    while batch := list(islice(rows, AT_ONCE)):
        ListedStory.objects.bulk_create(batch, ignore_conflicts=True)


def _every_row() -> Iterator[ListedStory]:
    for parts, of, story, key_of in (
        (ArticleAuthor, "person", "article", key_of_writer),
        (ArticleTag, "tag", "content_object", key_of_tag),
    ):
        live = parts._default_manager.filter(**{f"{story}__live": True}).order_by()
        facts = live.values_list(of, f"{story}__published_at", story)
        for listed, moment, key in facts.iterator():
            yield _row(key_of(listed), Cursor(moment, key))


def places_in_lists(seen: Seen) -> set[tuple[str, Cursor]]:
    """Return the lists that name the story one by one, and its place in them."""
    if seen.place is None:
        return set()
    return {(news.key, seen.place) for news in seen.lists.values() if news.is_kept}


def _row(key: str, place: Cursor) -> ListedStory:
    return ListedStory(list=key, published_at=place.published_at, article_id=place.pk)
