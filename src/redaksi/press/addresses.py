"""Every address of the paper that has a page to be pressed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from django.db.models import Q
from django.urls import reverse
from wagtail.models import Page as WagtailPage

from redaksi.articles.addresses import article_address
from redaksi.articles.lists import PAPER, NewsList, list_by, list_under
from redaksi.articles.models import Article, FormerAddress, StretchEnd
from redaksi.articles.places import Cursor
from redaksi.newsroom.models import Person, Section

AT_ONCE = 2000


def every_address() -> Iterator[str]:
    """Return each address once: what readers open first comes first."""
    yield from _lists()
    yield from _static_pages()
    yield from _articles()
    yield from _former_addresses()


def _lists() -> Iterator[str]:
    yield "/"
    yield from (section.url for section in Section.objects.all())
    yield from (person.url for person in Person.objects.all())
    yield from _further(PAPER, "home_older")
    for section in Section.objects.all():
        yield from _further(list_under(section), "section_older", section.slug)
    for person in Person.objects.all():
        yield from _further(list_by(person), "person_older", person.slug)


def _further(news: NewsList, name: str, *args: str) -> Iterator[str]:
    ends = StretchEnd.objects.filter(list=news.key).order_by("-published_at", "-article_key")
    for moment, key in ends.values_list("published_at", "article_key").iterator():
        yield reverse(name, args=[*args, Cursor(moment, key)])


def pages_of_lists(tags: Iterable[str]) -> Iterator[str]:
    """Return the addresses of further pages of lists that tags name; some may be new."""
    for tag in tags:
        kind, _, page = tag.partition(":")
        news, _, place = page.partition("@")
        if kind == "list" and place != "newest":
            yield from _further_page(news, Cursor.read(place))


def _further_page(news: str, place: Cursor) -> Iterator[str]:
    kind, _, key = news.partition(":")
    if kind == PAPER.key:
        yield reverse("home_older", args=[place])
    else:
        named = {"section": Section, "person": Person}[kind]._default_manager
        for slug in named.filter(pk=key).values_list("slug", flat=True):
            yield reverse(f"{kind}_older", args=[slug, place])


def _static_pages() -> Iterator[str]:
    pages = WagtailPage.objects.live().public().filter(depth__gte=3).order_by("path")
    yield from (page.relative_url(None) or page.url for page in pages.specific())


def _articles() -> Iterator[str]:
    """Return the articles that readers see or that were taken back, newest first."""
    shown = Q(live=True) | Q(withdrawn_at__isnull=False, published_on__isnull=False)
    articles = Article.objects.filter(shown).order_by("-published_on", "-pk")
    rows = articles.values_list("section__slug", "published_on", "slug")
    for slug, day, words in rows.iterator(AT_ONCE):
        yield article_address(slug, day, words)


def _former_addresses() -> Iterator[str]:
    yield from FormerAddress.objects.values_list("path", flat=True).iterator(AT_ONCE)
    sections = Section.objects.filter(former_slugs__isnull=False).distinct()
    for section in sections.prefetch_related("former_slugs"):
        yield from _under_former_slugs(section)


def _under_former_slugs(section: Section) -> Iterator[str]:
    """Return what redirects since the section was renamed."""
    slugs = [former.slug for former in section.former_slugs.all()]
    for slug in slugs:
        yield f"/{slug}/"
    shown = Article.objects.filter(section=section, published_on__isnull=False)
    rows = shown.filter(Q(live=True) | Q(withdrawn_at__isnull=False)).order_by()
    for day, words in rows.values_list("published_on", "slug").iterator(AT_ONCE):
        yield from (article_address(slug, day, words) for slug in slugs)
