"""Keeps the lists that name their stories one by one: of writers and of tags."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain, islice

from django.db import transaction

from redaksi.articles.lists import key_of_tag, key_of_writer
from redaksi.articles.models import Article, ArticleAuthor, ArticleTag, ListedStory
from redaksi.articles.places import Cursor
from redaksi.articles.seen import Seen

AT_ONCE = 1000


def list_again(article: Article, before: Seen, after: Seen) -> None:
    """Take a story out of the lists that it left, and put it into those that it came to."""
    was, now = _places(before), _places(after)
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
    rows = chain(_by_writers(), _about_tags())
    while batch := list(islice(rows, AT_ONCE)):
        ListedStory.objects.bulk_create(batch, ignore_conflicts=True)


def _by_writers() -> Iterator[ListedStory]:
    written = ArticleAuthor.objects.filter(article__live=True).order_by()
    for person, moment, key in written.values_list(
        "person", "article__published_at", "article"
    ).iterator():
        yield _row(key_of_writer(person), Cursor(moment, key))


def _about_tags() -> Iterator[ListedStory]:
    tagged = ArticleTag.objects.filter(content_object__live=True).order_by()
    for tag, moment, key in tagged.values_list(
        "tag", "content_object__published_at", "content_object"
    ).iterator():
        yield _row(key_of_tag(tag), Cursor(moment, key))


def _places(seen: Seen) -> set[tuple[str, Cursor]]:
    if seen.place is None:
        return set()
    return {(news.key, seen.place) for news in seen.lists.values() if news.is_kept}


def _row(key: str, place: Cursor) -> ListedStory:
    return ListedStory(list=key, published_at=place.published_at, article_id=place.pk)
