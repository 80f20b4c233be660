"""Answers the addresses of the sitemaps: the index, its parts, and the news of two days."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterator

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_safe
from wagtail.models import Page

from redaksi.articles.addresses import article_address
from redaksi.articles.parts import changes_of_parts, latest_stories, stories_of_part
from redaksi.articles.topics import parts_of_topics, topics_of_part
from redaksi.design.shown import shows
from redaksi.formats.sitemap.writer import News, Place, write_index, write_news, write_sitemap
from redaksi.newsroom.addresses import page_address, speakers_address, tag_address
from redaksi.newsroom.models import Person, Section
from redaksi.statements.parts import changes_of_speakers, speakers_of_part
from redaksi.syndication.addresses import (
    PAGES_SITEMAP,
    part_address,
    speakers_part_address,
    topics_part_address,
)

XML = "application/xml; charset=utf-8"


@require_safe
def index(request: HttpRequest) -> HttpResponse:
    """Name every sitemap, and when the stories or speakers of each last changed."""
    shows("parts", "all")
    shows("topics", "all")
    base, local = settings.WAGTAILADMIN_BASE_URL, _clock()
    parts = [
        Place(f"{base}{part_address(number)}", local(changed_at))
        for number, changed_at in changes_of_parts()
    ]
    speakers = [
        Place(f"{base}{speakers_part_address(number)}", local(changed_at))
        for number, changed_at in changes_of_speakers()
    ]
    topics = [Place(f"{base}{topics_part_address(number)}") for number in parts_of_topics()]
    return _xml(write_index([Place(f"{base}{PAGES_SITEMAP}"), *parts, *topics, *speakers]))


@require_safe
def part(request: HttpRequest, number: int) -> HttpResponse:
    """Name a thousand stories at most; 404 for a part that has none."""
    shows("part", number)
    rows = stories_of_part(number).values_list(
        "section__slug", "published_on", "slug", "last_published_at"
    )
    base, local = settings.WAGTAILADMIN_BASE_URL, _clock()
    places = [
        Place(f"{base}{article_address(section, day, slug)}", changed and local(changed))
        for section, day, slug, changed in rows
    ]
    if not places:
        raise Http404
    return _xml(write_sitemap(places))


@require_safe
def speakers(request: HttpRequest, number: int) -> HttpResponse:
    """Name a thousand speakers at most, those whom search engines may find; 404 for none."""
    shows("speakers", number)
    base, local = settings.WAGTAILADMIN_BASE_URL, _clock()
    places = []
    for row in speakers_of_part(number):
        shows("entered", row.pk)
        places.append(Place(f"{base}{row.speaker.url}", local(row.changed_at)))
    if not places:
        raise Http404
    return _xml(write_sitemap(places))


@require_safe
def topics(request: HttpRequest, number: int) -> HttpResponse:
    """Name a thousand tags at most, each with its newest story's moment; 404 for none."""
    shows("topics", number)
    base, local = settings.WAGTAILADMIN_BASE_URL, _clock()
    places = []
    for tag in topics_of_part(number):
        shows("topic", tag.pk)
        if path := tag_address(tag.slug):
            places.append(Place(f"{base}{path}", local(tag.newest_at)))
    if not places:
        raise Http404
    return _xml(write_sitemap(places))


@require_safe
def pages(request: HttpRequest) -> HttpResponse:
    """Name the home page, the sections, the register, the people and the static pages."""
    base = settings.WAGTAILADMIN_BASE_URL
    return _xml(write_sitemap(Place(f"{base}{path}") for path in _paths_of_pages()))


@require_safe
def news(request: HttpRequest) -> HttpResponse:
    """Name the stories of the last two days, as Google News wants them."""
    shows("latest", "all")
    base, local = settings.WAGTAILADMIN_BASE_URL, _clock()
    # Columns alone: a thousand stories take a third of the time that objects take.
    rows = latest_stories(timezone.now()).values_list(
        "pk", "section__slug", "published_on", "slug", "headline",
        "locale__language_code", "published_at",
    )  # fmt: skip
    stories = []
    for key, section, day, slug, headline, language, published_at in rows:
        shows("headline", key)
        url = f"{base}{article_address(section, day, slug)}"
        stories.append(News(url, headline, language, local(published_at)))
    return _xml(write_news(stories, publication=settings.WAGTAIL_SITE_NAME))


def _paths_of_pages() -> Iterator[str]:
    yield "/"
    yield from (section.url for section in Section.objects.all())
    yield speakers_address()
    for person in Person.objects.order_by("pk"):
        shows("path", person.pk)
        yield person.url
    static = Page.objects.live().public().filter(depth__gte=3).order_by("path")
    yield from map(page_address, static.specific())


def _clock() -> Callable[[datetime.datetime], datetime.datetime]:
    """Return what gives a moment in the newspaper's zone; Django looks for the zone each time."""
    zone = timezone.get_current_timezone()
    return lambda moment: moment.astimezone(zone)


def _xml(document: bytes) -> HttpResponse:
    return HttpResponse(document, content_type=XML)
