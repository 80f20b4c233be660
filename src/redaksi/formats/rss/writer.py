"""Writes a feed as RSS 2.0 with the content, dc, dcterms, media and atom modules."""

from __future__ import annotations

from email.utils import format_datetime

from lxml import etree

from redaksi.formats.news_item import Feed, Illustration, NewsItem
from redaksi.formats.writing import add, stamp, written

ATOM = "http://www.w3.org/2005/Atom"
CONTENT = "http://purl.org/rss/1.0/modules/content/"
DC = "http://purl.org/dc/elements/1.1/"
TERMS = "http://purl.org/dc/terms/"
MEDIA = "http://search.yahoo.com/mrss/"
NAMES = {"atom": ATOM, "content": CONTENT, "dc": DC, "dcterms": TERMS, "media": MEDIA}


def write_rss(feed: Feed) -> bytes:
    """Return the feed as an RSS 2.0 document in UTF-8."""
    root = etree.Element("rss", {"version": "2.0"}, nsmap=NAMES)
    channel = add(root, "channel")
    add(channel, "title", feed.title)
    add(channel, "link", feed.url)
    add(channel, "description", feed.description or feed.title)
    add(channel, "language", feed.language)
    myself = {"href": feed.feed_url, "rel": "self", "type": "application/rss+xml"}
    add(channel, f"{{{ATOM}}}link", attributes=myself)
    if feed.items:
        add(channel, "lastBuildDate", format_datetime(feed.updated_at))
    for item in feed.items:
        _add_item(channel, item)
    return written(root)


def _add_item(channel: etree._Element, item: NewsItem) -> None:
    element = add(channel, "item")
    add(element, "title", item.headline)
    add(element, "link", item.url)
    add(element, "guid", item.uri, {"isPermaLink": "false"})
    add(element, "pubDate", format_datetime(item.published_at))
    add(element, f"{{{TERMS}}}modified", stamp(item.updated_at))
    for author in item.authors:
        add(element, f"{{{DC}}}creator", author.name)
    for word in filter(None, (item.section, item.label, *item.keywords)):
        add(element, "category", word)
    add(element, f"{{{DC}}}language", item.language)
    if item.credit_line:
        add(element, f"{{{DC}}}source", item.credit_line)
    add(element, "description", item.summary)
    if item.html:
        add(element, f"{{{CONTENT}}}encoded", item.html)
    if item.picture:
        _add_picture(element, item.picture)


def _add_picture(element: etree._Element, picture: Illustration) -> None:
    file = {"url": picture.url, "type": picture.media_type}
    add(element, "enclosure", attributes={**file, "length": str(picture.size)})
    shown = {
        **file,
        "medium": "image",
        "width": str(picture.width),
        "height": str(picture.height),
    }
    media = add(element, f"{{{MEDIA}}}content", attributes=shown)
    if picture.caption or picture.alt_text:
        add(media, f"{{{MEDIA}}}description", picture.caption or picture.alt_text)
    if picture.credit_line:
        add(media, f"{{{MEDIA}}}credit", picture.credit_line)
