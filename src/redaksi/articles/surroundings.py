"""What stands around an article on its page: the stories before and after it, and translations.

For many articles at once the database is asked a few times in all.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from redaksi.articles.models import Article
from redaksi.articles.places import Cursor
from redaksi.articles.queries import (
    after_place,
    before_place,
    live_articles,
    next_of,
    previous_of,
    stories_between,
)

#: How many stories of a section may lie between the first and the last one asked for.
AT_MOST_FOR_EACH = 5


@dataclass
class Surroundings:
    """The neighbours of one article in its section, and its translations."""

    previous: Article | None = None
    next: Article | None = None
    translations: list[Article] = field(default_factory=list)


def surroundings_of(article: Article) -> Surroundings:
    """Return what stands around one article."""
    around = Surroundings(previous_of(article), next_of(article))
    _find_translations([article], {article.pk: around})
    return around


def surroundings_of_all(articles: Sequence[Article]) -> dict[int, Surroundings]:
    """Return what stands around each of the articles, by key."""
    around = {article.pk: Surroundings() for article in articles}
    sections: dict[int, list[Article]] = defaultdict(list)
    for article in articles:
        sections[article.section_id].append(article)
    for section, ours in sections.items():
        _find_neighbours(section, ours, around)
    _find_translations(articles, around)
    return around


def _find_neighbours(
    section: int, articles: list[Article], around: dict[int, Surroundings]
) -> None:
    places = sorted((Cursor.of(article) for article in articles), key=_order)
    oldest, newest = places[0], places[-1]
    limit = AT_MOST_FOR_EACH * len(articles)
    between = list(stories_between(section, oldest, newest)[: limit + 1])
    if len(between) > limit:
        for article in articles:
            around[article.pk].previous = previous_of(article)
            around[article.pk].next = next_of(article)
        return
    row = [before_place(section, oldest), *between, after_place(section, newest)]
    for older, newer in pairwise(row):
        if newer is not None and newer.pk in around:
            around[newer.pk].previous = older
        if older is not None and older.pk in around:
            around[older.pk].next = newer


def _order(place: Cursor) -> tuple[object, int]:
    return place.published_at, place.pk


def _find_translations(articles: Sequence[Article], around: dict[int, Surroundings]) -> None:
    versions: dict[object, list[Article]] = defaultdict(list)
    keys = {article.translation_key for article in articles}
    others = live_articles().filter(translation_key__in=keys).defer("body")
    for other in others.select_related("locale", "section").order_by("locale"):
        versions[other.translation_key].append(other)
    for article in articles:
        around[article.pk].translations = [
            other for other in versions[article.translation_key] if other.pk != article.pk
        ]
