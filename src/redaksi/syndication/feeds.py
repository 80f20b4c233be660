"""Answers the addresses of feeds: of the paper, a section, a person, a tag."""

from __future__ import annotations

from collections.abc import Callable

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.translation import override
from django.views.decorators.http import require_safe
from taggit.models import Tag

from redaksi.articles.fetching import whole_stories
from redaksi.articles.lists import PAPER, NewsList, list_about, list_by, list_under
from redaksi.articles.models import Article
from redaksi.articles.queries import keys_of_stretch
from redaksi.articles.redirecting import redirect_for_good
from redaksi.design.shown import shows
from redaksi.formats.atom.writer import write_atom
from redaksi.formats.jsonfeed.writer import write_jsonfeed
from redaksi.formats.news_item import Feed
from redaksi.formats.rss.writer import write_rss
from redaksi.newsroom.addresses import tag_address
from redaksi.newsroom.models import FormerSectionSlug, Person, Section
from redaksi.syndication.addresses import ATOM, JSON, RSS, FeedFile
from redaksi.syndication.items import item_in_feed

WRITERS: dict[str, Callable[[Feed], bytes]] = {
    RSS: write_rss,
    ATOM: write_atom,
    JSON: write_jsonfeed,
}


@require_safe
def paper(request: HttpRequest, file: FeedFile) -> HttpResponse:
    """Give the newest stories of the paper."""
    return _feed(file, PAPER, "/", "", settings.CONFIG.tagline)


@require_safe
def section(request: HttpRequest, section: str, file: FeedFile) -> HttpResponse:
    """Give the newest stories of a section and its sub-sections."""
    place = Section.objects.filter(slug=section).first()
    if place is None:
        former = get_object_or_404(
            FormerSectionSlug.objects.select_related("section"), slug=section
        )
        return redirect_for_good(f"{former.section.url}{file.name}")
    shows("section", place.pk)
    return _feed(file, list_under(place), place.url, place.name, place.description)


@require_safe
def person(request: HttpRequest, slug: str, file: FeedFile) -> HttpResponse:
    """Give the newest stories that a person wrote."""
    who = get_object_or_404(Person, slug=slug)
    shows("byline", who.pk)
    return _feed(file, list_by(who), who.url, who.name, "")


@require_safe
def tag(request: HttpRequest, slug: str, file: FeedFile) -> HttpResponse:
    """Give the newest stories that carry a tag; 404 while no story that is live does."""
    word = get_object_or_404(Tag, slug=slug)
    shows("tag", word.pk)
    return _feed(file, list_about(word), tag_address(slug), word.name, "", may_be_empty=False)


def _feed(
    file: FeedFile,
    news: NewsList,
    start: str,
    name: str,
    description: str,
    *,
    may_be_empty: bool = True,
) -> HttpResponse:
    stories = _stories(news)
    if not stories and not may_be_empty:
        raise Http404
    if file.media_type != RSS:
        _note_pages_of_authors(stories)
    base, paper = settings.WAGTAILADMIN_BASE_URL, settings.WAGTAIL_SITE_NAME
    with override(settings.LANGUAGE_CODE):
        feed = Feed(
            title=f"{name} — {paper}" if name else paper,
            description=description,
            language=settings.LANGUAGE_CODE,
            publisher=paper,
            url=f"{base}{start}",
            feed_url=f"{base}{start}{file.name}",
            items=tuple(item_in_feed(story, full=file.is_full) for story in stories),
        )
    return HttpResponse(
        WRITERS[file.media_type](feed), content_type=f"{file.media_type}; charset=utf-8"
    )


def _note_pages_of_authors(stories: list[Article]) -> None:
    """Note what RSS, which has no place for it, does not show: where the authors' pages are."""
    for story in stories:
        for person in story.byline_people:
            shows("byline", person.pk)


def _stories(news: NewsList) -> list[Article]:
    """Return what the first page of the list holds: between ten stories and forty."""
    keys, _older = keys_of_stretch(news)
    return whole_stories(keys)
