"""Writes an item as a NewsML-G2 2.35 newsItem at power conformance (IPTC)."""

from __future__ import annotations

from lxml import etree, html

from redaksi.formats.news_item import Illustration, NewsItem
from redaksi.formats.writing import add, clean, stamp, written

NAR = "http://iptc.org/std/nar/2006-10-01/"
XHTML = "http://www.w3.org/1999/xhtml"
LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"
CATALOG = "http://www.iptc.org/std/catalog/catalog.IPTC-G2-Standards_40.xml"


def write_newsml_g2(item: NewsItem) -> bytes:
    """Return the item as a NewsML-G2 document in UTF-8, its text as XHTML within."""
    about = {
        "guid": item.uri,
        "version": str(item.version),
        "standard": "NewsML-G2",
        "standardversion": "2.35",
        "conformance": "power",
        LANGUAGE: item.language,
    }
    root = etree.Element("newsItem", about, nsmap={None: NAR})  # type: ignore[dict-item]
    add(root, "catalogRef", attributes={"href": CATALOG})
    _add_rights(root, item)
    _add_item_meta(root, item)
    _add_content_meta(root, item)
    content = add(add(root, "contentSet"), "inlineXML")
    content.set("contenttype", "application/xhtml+xml")
    content.append(_xhtml(item))
    return written(root)


def _add_rights(root: etree._Element, item: NewsItem) -> None:
    rights = add(root, "rightsInfo")
    holder = add(rights, "copyrightHolder", attributes={"uri": item.publisher_url})
    add(holder, "name", item.publisher)


def _add_item_meta(root: etree._Element, item: NewsItem) -> None:
    meta = add(root, "itemMeta")
    add(meta, "itemClass", attributes={"qcode": "ninat:text"})
    provider = add(meta, "provider", attributes={"uri": item.publisher_url})
    add(provider, "name", item.publisher)
    add(meta, "versionCreated", stamp(item.updated_at))
    add(meta, "firstCreated", stamp(item.published_at))
    add(meta, "pubStatus", attributes={"qcode": f"stat:{item.pub_status}"})
    if item.picture:
        _add_picture(meta, item.picture)
    add(meta, "link", attributes={"rel": "irel:isA", "href": item.url, "contenttype": "text/html"})


def _add_picture(meta: etree._Element, picture: Illustration) -> None:
    file = {
        "rel": "irel:associatedWith",
        "href": picture.url,
        "contenttype": picture.media_type,
        "size": str(picture.size),
    }
    link = add(meta, "link", attributes=file)
    if picture.caption or picture.alt_text:
        add(link, "title", picture.caption or picture.alt_text)


def _add_content_meta(root: etree._Element, item: NewsItem) -> None:
    meta = add(root, "contentMeta")
    add(meta, "urgency", str(item.urgency))
    add(meta, "contentCreated", stamp(item.published_at))
    add(meta, "contentModified", stamp(item.updated_at))
    if item.dateline:
        add(add(meta, "located"), "name", item.dateline)
    for author in item.authors:
        creator = add(meta, "creator", attributes={"uri": author.url} if author.url else {})
        add(creator, "name", author.name)
    if item.source:
        add(add(meta, "infoSource"), "name", item.source)
    add(meta, "language", attributes={"tag": item.language})
    for word in item.keywords:
        add(meta, "keyword", word)
    _add_subjects(meta, item)
    if item.label:
        add(add(meta, "genre"), "name", item.label)
    add(meta, "headline", item.headline)
    if item.dateline:
        add(meta, "dateline", item.dateline)
    add(meta, "by", ", ".join(author.name for author in item.authors))
    if item.credit_line:
        add(meta, "creditline", item.credit_line)
    add(meta, "description", item.summary, {"role": "drol:summary"})


def _add_subjects(meta: etree._Element, item: NewsItem) -> None:
    for subject in item.subjects:
        found = add(meta, "subject", attributes={"type": "cpnat:abstract", "qcode": subject.qcode})
        add(found, "name", subject.name)
    if item.section:
        add(add(meta, "subject"), "name", item.section)


def _xhtml(item: NewsItem) -> etree._Element:
    root = etree.Element(f"{{{XHTML}}}html", nsmap={None: XHTML})  # type: ignore[dict-item]
    add(add(root, f"{{{XHTML}}}head"), f"{{{XHTML}}}title", item.headline)
    body = add(root, f"{{{XHTML}}}body")
    _copy(html.fragment_fromstring(clean(item.html), create_parent="body"), body)
    return root


def _copy(source: etree._Element, target: etree._Element) -> None:
    """Copy the content of an HTML element, everything in it into XHTML's namespace."""
    target.text = clean(source.text or "")
    for child in source:
        if not isinstance(child.tag, str) or not child.tag.isalnum():
            continue
        names = {str(k): str(value) for k, value in child.attrib.items() if str(k).isalpha()}
        copy = add(target, f"{{{XHTML}}}{child.tag}", attributes=names)
        _copy(child, copy)
        copy.tail = clean(child.tail or "")
