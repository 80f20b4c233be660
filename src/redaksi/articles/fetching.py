"""Fetches articles with everything their pages show: one, or many at once."""

from __future__ import annotations

import datetime
from collections import defaultdict
from collections.abc import Iterable
from functools import reduce
from operator import or_

from django.db.models import Q, QuerySet
from taggit.models import Tag

from redaksi.articles.addresses import read_address
from redaksi.articles.completing import complete
from redaksi.articles.illustrations import pictures_in
from redaksi.articles.models import Article, ArticleAuthor, ArticleTag
from redaksi.articles.surroundings import surroundings_of_all
from redaksi.design.batches import each_once
from redaksi.newsroom.models import Person, Section
from redaksi.pictures.renditions import fetch_made


def article_at(section: str, on: datetime.date, slug: str) -> Article | None:
    """Return the article at an address, live or not, with what its page shows."""
    at_the_address = Q(section__slug=section, published_on=on, slug=slug)
    found: Article | None = _for_pages().filter(at_the_address).first()
    return found


def articles_at(paths: Iterable[str]) -> dict[str, Article]:
    """Return the articles at those of the addresses that have one, with what their pages show.

    The number of queries does not depend on how many addresses there are.
    """
    found = list(stories_at(paths))
    _give_what_they_show(found)
    around = surroundings_of_all(found)
    for article in found:
        article.surroundings = around[article.pk]
    return {article.path: article for article in found}


def stories_at(paths: Iterable[str]) -> QuerySet[Article]:
    """Return the stories at those of the addresses that have one, live or not.

    Sections are asked for first: of alternatives that look at two tables no index finds any.
    """
    slugs: dict[tuple[str, datetime.date], list[str]] = defaultdict(list)
    for section, day, slug in filter(None, map(read_address, paths)):
        slugs[section, day].append(slug)
    named = Section.objects.filter(slug__in={section for section, _day in slugs})
    keys = dict(named.values_list("slug", "pk"))
    wanted = [
        Q(section=keys[section], published_on=day, slug__in=words)
        for (section, day), words in slugs.items()
        if section in keys
    ]
    stories: QuerySet[Article] = Article.objects.all()
    return stories.filter(reduce(or_, wanted)) if wanted else stories.none()


def whole_stories(keys: Iterable[int]) -> list[Article]:
    """Return the articles with their texts and all that these show, in the keys' order.

    They are fetched once for a batch of pages.
    """
    keys = list(keys)
    found = each_once("story", keys, _whole_stories_in_bulk)
    return [found[key] for key in keys if key in found]


def _whole_stories_in_bulk(keys: list[int]) -> dict[int, Article]:
    found: dict[int, Article] = Article.objects.prefetch_related("subjects").in_bulk(keys)
    _give_what_they_show(list(found.values()))
    return found


def _give_what_they_show(articles: list[Article]) -> None:
    complete(articles)
    give_authors(articles)
    _give_tags(articles)
    _fetch_named_in_texts(articles)
    fetch_made(picture for article in articles for picture in pictures_in(article))


def give_authors(articles: list[Article]) -> None:
    """Give the articles the people of their bylines, fetched for all of them at once."""
    authors = ArticleAuthor.objects.filter(article__in=articles)
    pairs = list(authors.values_list("article", "person"))
    people = Person.objects.select_related("portrait").in_bulk
    known = each_once("person", (person for _article, person in pairs), people)
    byline: dict[int, list[Person]] = defaultdict(list)
    for article, person in pairs:
        byline[article].append(known[person])
    for article in articles:
        article.byline_people = byline[article.pk]


def _give_tags(articles: list[Article]) -> None:
    tagged = ArticleTag.objects.filter(content_object__in=articles).order_by("pk")
    pairs = list(tagged.values_list("content_object", "tag"))
    known = each_once("tag", (tag for _article, tag in pairs), Tag.objects.in_bulk)
    tags: dict[int, list[Tag]] = defaultdict(list)
    for article, tag in pairs:
        tags[article].append(known[tag])
    for article in articles:
        article.shown_tags = tags[article.pk]


def _fetch_named_in_texts(articles: list[Article]) -> None:
    """Fetch the pictures and stories that stand in the texts; the texts find them in the batch."""
    pictures, related = [], []
    for article in articles:
        for block in article.body.raw_data:
            if block["type"] == "picture":
                pictures.append(block["value"]["picture"])
            elif block["type"] == "related":
                related.append(block["value"])
    blocks = Article.body.field.stream_block.child_blocks
    blocks["picture"].child_blocks["picture"].bulk_to_python(pictures)
    blocks["related"].bulk_to_python(related)


def _for_pages() -> QuerySet[Article]:
    articles: QuerySet[Article] = Article.objects.select_related(
        "section__parent", "locale", "source", "lead_picture"
    )
    return articles.prefetch_related("article_authors__person__portrait", "tags")
