"""Writes sitemaps, indexes of sitemaps, and sitemaps of news."""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from dataclasses import dataclass

from lxml import etree

from redaksi.formats.writing import add, stamp, written

SITEMAP = "http://www.sitemaps.org/schemas/sitemap/0.9"
NEWS = "http://www.google.com/schemas/sitemap-news/0.9"
#: No file may name more addresses.
MOST = 50_000


@dataclass(frozen=True)
class Place:
    """An address, absolute, and when what is there last changed, if that is known."""

    url: str
    changed_at: datetime.datetime | None = None


@dataclass(frozen=True)
class News:
    """A story of the last days, in the words of Google's extension."""

    url: str
    title: str
    language: str
    published_at: datetime.datetime


def write_sitemap(places: Iterable[Place]) -> bytes:
    """Return a sitemap; every address is the caller's to keep below ``MOST``."""
    return _written("urlset", "url", places)


def write_index(sitemaps: Iterable[Place]) -> bytes:
    """Return an index of sitemaps."""
    return _written("sitemapindex", "sitemap", sitemaps)


def write_news(stories: Iterable[News], *, publication: str) -> bytes:
    """Return a sitemap of news of the publication."""
    root = etree.Element("urlset", nsmap={None: SITEMAP, "news": NEWS})  # type: ignore[dict-item]
    for story in stories:
        entry = add(root, "url")
        add(entry, "loc", story.url)
        news = add(entry, f"{{{NEWS}}}news")
        paper = add(news, f"{{{NEWS}}}publication")
        add(paper, f"{{{NEWS}}}name", publication)
        add(paper, f"{{{NEWS}}}language", story.language)
        add(news, f"{{{NEWS}}}publication_date", stamp(story.published_at))
        add(news, f"{{{NEWS}}}title", story.title)
    return written(root)


def _written(root_name: str, entry_name: str, places: Iterable[Place]) -> bytes:
    root = etree.Element(root_name, nsmap={None: SITEMAP})  # type: ignore[dict-item]
    for place in places:
        entry = add(root, entry_name)
        add(entry, "loc", place.url)
        if place.changed_at is not None:
            add(entry, "lastmod", stamp(place.changed_at))
    return written(root)
