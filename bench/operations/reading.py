"""Reads of readers: article, neighbours, home, sections, people."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.db.models import QuerySet
from django.urls import reverse

from bench.filling.staff import AUTHORS
from bench.operations.people import reader
from redaksi.articles.models import Article
from redaksi.articles.places import Cursor
from redaksi.articles.queries import next_of, previous_of

Operation = Callable[[], Callable[[], Any]]


def article() -> Callable[[], Any]:
    """A reader opens a story from the middle of the archive."""
    path = _middle_one(_of("ekonomi")).path
    return lambda: reader().get(path)


def previous_and_next() -> Callable[[], Any]:
    """The two queries alone."""
    story = _middle_one(_of("ekonomi"))
    return lambda: (previous_of(story), next_of(story))


def home() -> Callable[[], Any]:
    """A reader opens the home page."""
    return lambda: reader().get("/")


def home_further() -> Callable[[], Any]:
    """A reader leafs in the middle of the whole paper."""
    url = reverse("home_older", args=[Cursor.of(_middle_one(Article.objects.filter(live=True)))])
    return lambda: reader().get(url)


def unknown() -> Callable[[], Any]:
    """A reader follows a link of a story that once moved."""
    return lambda: _followed("/nasional/2020/01/02/lama-1/")


def _followed(path: str) -> None:
    assert reader().get(path).status_code == 301


def _section(slug: str, place: str) -> Operation:
    def operation() -> Callable[[], Any]:
        url = f"/{slug}/"
        if place == "middle":
            url = reverse("section_older", args=[slug, Cursor.of(_middle_one(_of(slug)))])
        return lambda: reader().get(url)

    return operation


def _person(number: int, place: str) -> Operation:
    def operation() -> Callable[[], Any]:
        slug = f"penulis-{number}"
        url = reverse("person", args=[slug])
        if place == "middle":
            stories = Article.objects.filter(live=True, article_authors__person__slug=slug)
            url = reverse("person_older", args=[slug, Cursor.of(_middle_one(stories))])
        return lambda: reader().get(url)

    return operation


OPERATIONS: dict[str, Operation] = {
    "article": article,
    "previous and next": previous_and_next,
    "home": home,
    "home, middle": home_further,
    "section": _section("nasional", "first"),
    "section, middle": _section("nasional", "middle"),
    "sub-section": _section("hukum", "first"),
    "rare section, middle": _section("otomotif", "middle"),
    "person": _person(2, "first"),
    "person, middle": _person(2, "middle"),
    "person who writes rarely": _person(AUTHORS, "first"),
    "former address": unknown,
}


def _of(slug: str) -> QuerySet[Article]:
    return Article.objects.filter(live=True, section__slug=slug)


_found: dict[str, Article] = {}


def _middle_one(articles: QuerySet[Article]) -> Article:
    """Return the article in the middle, looked up once; where it lies costs time untimed."""
    key = str(articles.query)
    if key not in _found:
        middle = articles.order_by("published_at", "pk")[articles.count() // 2]
        _found[key] = middle
    return _found[key]
