"""Reads of readers: article, neighbours, home, sections, people."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.db.models import QuerySet
from django.urls import reverse

from bench.filling.staff import AUTHORS
from bench.operations.people import reader
from redaksi.articles.lists import PAPER, NewsList, list_by, list_under
from redaksi.articles.models import Article, StretchEnd
from redaksi.articles.places import Cursor
from redaksi.articles.queries import next_of, previous_of
from redaksi.newsroom.models import Person, Section

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
    url = reverse("home_older", args=[_middle_page(PAPER)])
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
            news = list_under(Section.objects.get(slug=slug))
            url = reverse("section_older", args=[slug, _middle_page(news)])
        return lambda: reader().get(url)

    return operation


def _person(number: int, place: str) -> Operation:
    def operation() -> Callable[[], Any]:
        slug = f"penulis-{number}"
        url = reverse("person", args=[slug])
        if place == "middle":
            news = list_by(Person.objects.get(slug=slug))
            url = reverse("person_older", args=[slug, _middle_page(news)])
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
    "person who writes rarely, middle": _person(AUTHORS - 3, "middle"),
    "former address": unknown,
}


def _of(slug: str) -> QuerySet[Article]:
    return Article.objects.filter(live=True, section__slug=slug)


def _middle_page(news: NewsList) -> Cursor:
    """Return where the page in the middle of a list begins: as long a page at every size."""
    ends = StretchEnd.objects.filter(list=news.key).order_by("published_at", "article_key")
    middle = ends[ends.count() // 2]
    return Cursor(middle.published_at, middle.article_key)


_found: dict[str, Article] = {}


def _middle_one(articles: QuerySet[Article]) -> Article:
    """Return the article in the middle, looked up once; where it lies costs time untimed."""
    key = str(articles.query)
    if key not in _found:
        middle = articles.order_by("published_at", "pk")[articles.count() // 2]
        _found[key] = middle
    return _found[key]
