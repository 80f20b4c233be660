"""Writes a feed as Atom (RFC 4287)."""

from __future__ import annotations

from lxml import etree

from redaksi.formats.news_item import Author, Feed, Illustration, NewsItem
from redaksi.formats.writing import add, stamp, written

LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"
NAMES = {None: "http://www.w3.org/2005/Atom"}


def write_atom(feed: Feed) -> bytes:
    """Return the feed as an Atom document in UTF-8; its address is its name."""
    root = etree.Element("feed", {LANGUAGE: feed.language}, nsmap=NAMES)  # type: ignore[arg-type]
    add(root, "id", feed.feed_url)
    add(root, "title", feed.title)
    if feed.description:
        add(root, "subtitle", feed.description)
    add(root, "updated", stamp(feed.updated_at))
    myself = {"rel": "self", "type": "application/atom+xml", "href": feed.feed_url}
    add(root, "link", attributes=myself)
    add(root, "link", attributes={"rel": "alternate", "type": "text/html", "href": feed.url})
    _add_author(root, Author(feed.publisher))
    for item in feed.items:
        _add_entry(root, item)
    return written(root)


def _add_entry(root: etree._Element, item: NewsItem) -> None:
    entry = add(root, "entry", attributes={LANGUAGE: item.language})
    add(entry, "id", item.uri)
    add(entry, "title", item.headline)
    add(entry, "link", attributes={"rel": "alternate", "type": "text/html", "href": item.url})
    add(entry, "published", stamp(item.published_at))
    add(entry, "updated", stamp(item.updated_at))
    for author in item.authors:
        _add_author(entry, author)
    for word in filter(None, (item.section, item.label, *item.keywords)):
        add(entry, "category", attributes={"term": word})
    if item.credit_line:
        add(entry, "rights", item.credit_line)
    add(entry, "summary", item.summary)
    if item.html:
        add(entry, "content", item.html, {"type": "html"})
    if item.picture:
        _add_picture(entry, item.picture)


def _add_author(element: etree._Element, author: Author) -> None:
    person = add(element, "author")
    add(person, "name", author.name)
    if author.url:
        add(person, "uri", author.url)


def _add_picture(entry: etree._Element, picture: Illustration) -> None:
    file = {
        "rel": "enclosure",
        "type": picture.media_type,
        "length": str(picture.size),
        "href": picture.url,
    }
    if picture.caption or picture.alt_text:
        file["title"] = picture.caption or picture.alt_text
    add(entry, "link", attributes=file)
