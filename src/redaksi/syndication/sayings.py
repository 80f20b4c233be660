"""Answers the addresses of the feeds of what a speaker said."""

from __future__ import annotations

import uuid

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import override
from django.views.decorators.http import require_safe

from redaksi.articles.redirecting import redirect_for_good
from redaksi.formats.news_item import Feed, NewsItem
from redaksi.statements.models import Speaker, Statement
from redaksi.statements.queries import NEWEST, note_stories, record_of
from redaksi.statements.views import speaker_at
from redaksi.syndication.addresses import FeedFile
from redaksi.syndication.feeds import WRITERS

#: From this and its key follows what a statement is called for good, wherever its page is.
NAMES = uuid.UUID("5f1c8a7e-6f0b-4f55-9d3e-0b8a3a2f6c11")


@require_safe
def speaker(request: HttpRequest, slug: str, file: FeedFile) -> HttpResponse:
    """Give the newest statements of a speaker; 404 as the page, and for feeds with full texts."""
    who = speaker_at(slug)
    if file.is_full:
        raise Http404
    if who.slug != slug:
        return redirect_for_good(f"{who.url}{file.name}")
    found = note_stories(record_of(who)[:NEWEST])
    if not found:
        raise Http404
    document = WRITERS[file.media_type](_feed(who, file, found))
    return HttpResponse(document, content_type=f"{file.media_type}; charset=utf-8")


def _feed(who: Speaker, file: FeedFile, statements: list[Statement]) -> Feed:
    base, paper = settings.WAGTAILADMIN_BASE_URL, settings.WAGTAIL_SITE_NAME
    with override(settings.LANGUAGE_CODE):
        return Feed(
            title=f"{who.name} — {paper}",
            description="",
            language=settings.LANGUAGE_CODE,
            publisher=paper,
            url=f"{base}{who.url}",
            feed_url=f"{base}{who.url}{file.name}",
            items=tuple(_item(who, statement) for statement in statements),
        )


def _item(who: Speaker, statement: Statement) -> NewsItem:
    story = statement.article
    published_at = timezone.localtime(story.published_at or statement.found_at)
    decided_at = timezone.localtime(statement.decided_at or statement.found_at)
    return NewsItem(
        uri=uuid.uuid5(NAMES, str(statement.pk)).urn,
        url=f"{settings.WAGTAILADMIN_BASE_URL}{statement.url}",
        language=story.language,
        headline=f"{who.name}: {story.short_headline}",
        summary=_told(statement),
        published_at=published_at,
        updated_at=max(published_at, decided_at),
        section=story.section.name,
        publisher=settings.WAGTAIL_SITE_NAME,
        publisher_url=settings.WAGTAILADMIN_BASE_URL,
    )


def _told(statement: Statement) -> str:
    if not statement.is_automatic:
        return statement.told
    return f"{statement.told} ({_('found automatically, not yet confirmed')})"
