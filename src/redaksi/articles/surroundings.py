"""What stands around an article on its page: its neighbours, translations and related stories.

For many articles at once the database is asked a few times in all.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import chain, islice

from django.db.models import QuerySet

from redaksi.articles.models import Article
from redaksi.articles.places import Cursor
from redaksi.articles.queries import (
    headlines_in_bulk,
    is_shown_to_readers,
    live_articles,
    next_of,
    previous_of,
    stories_ahead,
    stories_behind,
    stories_between,
)
from redaksi.articles.relating import MOST_SHOWN, near_to
from redaksi.design.batches import each_once

#: How many stories of a section may lie between the first and the last one asked for.
AT_MOST_FOR_EACH = 5


@dataclass
class Surroundings:
    """The neighbours of one article in its section, its translations and its related stories.

    ``near`` are the keys of all that may be related, also of those that readers may not see now.
    """

    previous: Article | None = None
    next: Article | None = None
    translations: list[Article] = field(default_factory=list)
    related: list[Article] = field(default_factory=list)
    near: list[int] = field(default_factory=list)


def surroundings_of(article: Article) -> Surroundings:
    """Return what stands around one article."""
    around = Surroundings(previous_of(article), next_of(article))
    _find_translations([article], {article.pk: around})
    _find_related([article], {article.pk: around})
    return around


def surroundings_of_all(articles: Sequence[Article]) -> dict[int, Surroundings]:
    """Return what stands around each of the articles, by key."""
    sections: dict[int, list[Article]] = defaultdict(list)
    for article in articles:
        sections[article.section_id].append(article)
    beside: dict[int, tuple[int | None, int | None]] = {}
    for section, ours in sections.items():
        beside.update(_neighbours(section, ours))
    keys = {key for pair in beside.values() for key in pair if key is not None}
    known = each_once("headline", keys, headlines_in_bulk)
    around = {
        key: Surroundings(known.get(previous or 0), known.get(following or 0))
        for key, (previous, following) in beside.items()
    }
    _find_translations(articles, around)
    _find_related(articles, around)
    return around


def _neighbours(
    section: int, articles: list[Article]
) -> Iterator[tuple[int, tuple[int | None, int | None]]]:
    """Return the keys of the stories before and after each of a section's articles."""
    places = sorted((Cursor.of(article) for article in articles), key=_order)
    oldest, newest = places[0], places[-1]
    limit = AT_MOST_FOR_EACH * len(articles)
    between = list(_keys(stories_between(section, oldest, newest))[: limit + 1])
    if len(between) > limit:
        for place in places:
            yield place.pk, (_behind(section, place), _ahead(section, place))
        return
    row = [_behind(section, oldest), *between, _ahead(section, newest)]
    beside = {key: (row[at], row[at + 2]) for at, key in enumerate(between)}
    for place in places:
        yield place.pk, beside.get(place.pk, (None, None))


def _behind(section: int, place: Cursor) -> int | None:
    return _keys(stories_behind(section, place)).first()


def _ahead(section: int, place: Cursor) -> int | None:
    return _keys(stories_ahead(section, place)).first()


def _keys(stories: QuerySet[Article]) -> QuerySet[Article, int]:
    return stories.values_list("pk", flat=True)


def _order(place: Cursor) -> tuple[object, int]:
    return place.published_at, place.pk


def _find_translations(articles: Sequence[Article], around: dict[int, Surroundings]) -> None:
    versions: dict[object, list[int]] = defaultdict(list)
    stories = {article.translation_key for article in articles}
    live = live_articles().filter(translation_key__in=stories).order_by("locale")
    for key, story in live.values_list("pk", "translation_key"):
        versions[story].append(key)
    others = {
        article.pk: [key for key in versions[article.translation_key] if key != article.pk]
        for article in articles
    }
    known = each_once("headline", chain.from_iterable(others.values()), headlines_in_bulk)
    for article, keys in others.items():
        around[article].translations = [known[key] for key in keys]


def _find_related(articles: Sequence[Article], around: dict[int, Surroundings]) -> None:
    for article, key in near_to([article.pk for article in articles if not article.is_paid]):
        around[article].near.append(key)
    wanted = chain.from_iterable(around[article.pk].near for article in articles)
    known = each_once("headline", wanted, headlines_in_bulk)
    for article in articles:
        beside = around[article.pk]
        named = {block["value"] for block in article.body.raw_data if block["type"] == "related"}
        free = (known[key] for key in beside.near if key in known and key not in named)
        shown = (other for other in free if is_shown_to_readers(other) and not other.is_paid)
        beside.related = list(islice(shown, MOST_SHOWN))
