"""Writes a feed as JSON Feed 1.1 (jsonfeed.org)."""

from __future__ import annotations

from typing import Any

from redaksi.formats.news_item import Author, Feed, Illustration, NewsItem
from redaksi.formats.writing import filled, json_document, stamp

VERSION = "https://jsonfeed.org/version/1.1"


def write_jsonfeed(feed: Feed) -> bytes:
    """Return the feed as a JSON Feed document in UTF-8."""
    document = {
        "version": VERSION,
        "title": feed.title,
        "home_page_url": feed.url,
        "feed_url": feed.feed_url,
        "description": feed.description,
        "language": feed.language,
        "authors": [{"name": feed.publisher}],
        "items": [_item(item) for item in feed.items],
    }
    return json_document(filled(document))


def _item(item: NewsItem) -> dict[str, Any]:
    """Return one item; one without its text shows the summary, because a text is required."""
    text = {"content_html": item.html} if item.html else {"content_text": item.summary}
    picture = item.picture
    described = {
        "id": item.uri,
        "url": item.url,
        "title": item.headline,
        "summary": item.summary,
        "image": picture.url if picture else "",
        "date_published": stamp(item.published_at),
        "date_modified": stamp(item.updated_at),
        "authors": [_author(author) for author in item.authors],
        "tags": [word for word in (item.section, item.label, *item.keywords) if word],
        "language": item.language,
        "attachments": [_attachment(picture)] if picture else [],
        "_credit": {"about": "The credit line of the story.", "line": item.credit_line}
        if item.credit_line
        else {},
    }
    return {**filled(described), **text}


def _author(author: Author) -> dict[str, str]:
    return filled({"name": author.name, "url": author.url})


def _attachment(picture: Illustration) -> dict[str, Any]:
    return filled(
        {
            "url": picture.url,
            "mime_type": picture.media_type,
            "title": picture.caption or picture.alt_text,
            "size_in_bytes": picture.size,
        }
    )
