"""Makes of an article the item that every format is written from, and notes what it shows."""

from __future__ import annotations

import uuid

from django.conf import settings
from django.utils import timezone

from redaksi.articles.models import Article
from redaksi.design.batches import once
from redaksi.design.shown import shows
from redaksi.formats.news_item import Author, Illustration, NewsItem, Subject
from redaksi.pictures.models import Picture
from redaksi.pictures.renditions import made
from redaksi.syndication.bodies import body_as_html

#: The size of the picture that goes with a story; its page has it too, for sharing.
PICTURE = "fill-1200x675|format-jpeg"


def item_in_feed(article: Article, *, full: bool) -> NewsItem:
    """Return the item for a feed, with the text if asked for; made once in a batch of pages."""
    return once(("item", article.pk, full), lambda: news_item(article, full=full))


def news_item(article: Article, *, full: bool) -> NewsItem:
    """Return the published article as an item; its text and subjects only if asked for."""
    _note(article)
    published_at = article.published_at or timezone.now()
    return NewsItem(
        uri=uri_of(article),
        url=article.canonical_url,
        language=article.language,
        headline=_headline(article),
        summary=article.summary,
        published_at=timezone.localtime(published_at),
        updated_at=timezone.localtime(article.last_published_at or published_at),
        html=body_as_html(article) if full else "",
        text=article.text if full else "",
        authors=_authors(article),
        section=article.section.name,
        label=article.kind_label,
        keywords=tuple(tag.name for tag in article.shown_tags),
        subjects=_subjects(article) if full else (),
        picture=illustration(article.lead_picture) if article.lead_picture else None,
        dateline=article.dateline,
        source=article.source.name if article.source else "",
        credit_line=article.shown_credit_line,
        urgency=article.urgency,
        publisher=settings.WAGTAIL_SITE_NAME,
        publisher_url=settings.WAGTAILADMIN_BASE_URL,
    )


def uri_of(article: Article) -> str:
    """Return the article's name for good: a change of slug, section or host leaves it as it is."""
    return uuid.uuid5(article.translation_key, str(article.pk)).urn


def illustration(picture: Picture) -> Illustration:
    """Return a picture in the size that leaves the house, as a JPEG file."""
    shows("picture", picture.pk)
    shows("caption", picture.pk)
    file = made(picture, PICTURE)
    return Illustration(
        url=f"{settings.WAGTAILADMIN_BASE_URL}{file.url}",
        media_type="image/jpeg",
        size=file.size_in_bytes,
        width=file.width,
        height=file.height,
        alt_text=picture.alt_text,
        caption=picture.caption,
        credit_line=picture.credit_line,
        copyright_notice=picture.copyright_notice,
        usage_terms=picture.usage_terms,
    )


def _note(article: Article) -> None:
    shows("article", article.pk)
    for person in article.byline_people:
        shows("name", person.pk)
    for tag in article.shown_tags:
        shows("word", tag.pk)
    if article.source_id is not None:
        shows("agency", article.source_id)


def _headline(article: Article) -> str:
    """Return the headline; that of a piece somebody paid for begins with the label."""
    return f"[{article.kind_label}] {article.headline}" if article.is_paid else article.headline


def _authors(article: Article) -> tuple[Author, ...]:
    base = settings.WAGTAILADMIN_BASE_URL
    ours = [Author(person.name, f"{base}{person.url}") for person in article.byline_people]
    guests = [Author(name) for name in article.byline_names[len(ours) :]]
    return (*ours, *guests)


def _subjects(article: Article) -> tuple[Subject, ...]:
    return tuple(Subject(subject.qcode, subject.name) for subject in article.subjects.all())
