"""Fetches articles with everything their pages show: one, or many at once."""

from __future__ import annotations

import datetime
from collections import defaultdict
from collections.abc import Iterable
from functools import reduce
from operator import or_

from django.db.models import Q, QuerySet, prefetch_related_objects

from redaksi.articles.addresses import read_address
from redaksi.articles.illustrations import pictures_in
from redaksi.articles.models import Article
from redaksi.articles.surroundings import surroundings_of_all


def article_at(section: str, on: datetime.date, slug: str) -> Article | None:
    """Return the article at an address, live or not, with what its page shows."""
    at_the_address = Q(section__slug=section, published_on=on, slug=slug)
    found: Article | None = _for_pages().filter(at_the_address).first()
    return found


def articles_at(paths: Iterable[str]) -> dict[str, Article]:
    """Return the articles at those of the addresses that have one, with what their pages show.

    The number of queries does not depend on how many addresses there are.
    """
    slugs: dict[tuple[str, datetime.date], list[str]] = defaultdict(list)
    for path in paths:
        if (parts := read_address(path)) is not None:
            section, day, slug = parts
            slugs[section, day].append(slug)
    if not slugs:
        return {}
    wanted = reduce(
        or_,
        (
            Q(section__slug=section, published_on=day, slug__in=words)
            for (section, day), words in slugs.items()
        ),
    )
    found = list(_for_pages().filter(wanted))
    around = surroundings_of_all(found)
    for article in found:
        article.surroundings = around[article.pk]
    pictures = [picture for article in found for picture in pictures_in(article)]
    prefetch_related_objects(pictures, "renditions")
    return {article.path: article for article in found}


def _for_pages() -> QuerySet[Article]:
    articles: QuerySet[Article] = Article.objects.select_related(
        "section__parent", "locale", "source", "lead_picture"
    )
    return articles.prefetch_related("article_authors__person__portrait", "tags")
