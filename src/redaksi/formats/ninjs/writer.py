"""Writes an item as ninjs 3.0 or 2.1 (IPTC)."""

from __future__ import annotations

from typing import Any

from redaksi.formats.news_item import Author, Illustration, NewsItem, Subject
from redaksi.formats.writing import filled, json_document, stamp

SCHEMA = "http://www.iptc.org/std/ninjs/ninjs-schema_{version}.json"


def write_ninjs_3_0(item: NewsItem) -> bytes:
    """Return the item as a ninjs 3.0 document in UTF-8."""
    return json_document(_facts(item, "3.0"))


def write_ninjs_2_1(item: NewsItem) -> bytes:
    """Return the item as a ninjs 2.1 document in UTF-8, whose names are in lower case."""
    return json_document(_in_lower_case(_facts(item, "2.1")))


def _facts(item: NewsItem, version: str) -> dict[str, Any]:
    return filled(
        {
            "uri": item.uri,
            "type": "text",
            "standard": {
                "name": "ninjs",
                "version": version,
                "schema": SCHEMA.format(version=version),
            },
            "version": str(item.version),
            "firstCreated": stamp(item.published_at),
            "versionCreated": stamp(item.updated_at),
            "pubStatus": item.pub_status,
            "urgency": item.urgency,
            "language": item.language,
            "copyrightHolder": item.publisher,
            "headlines": [{"role": "main", "value": item.headline}],
            "descriptions": _text(item.summary, "summary", "text/plain"),
            "bodies": [
                *_text(item.html, "html", "text/html"),
                *_text(item.text, "text", "text/plain"),
            ],
            "by": ", ".join(author.name for author in item.authors),
            "people": [_author(author) for author in item.authors],
            "subjects": _subjects(item),
            "infoSources": [{"name": item.source, "role": "source"}] if item.source else [],
            "genres": [{"name": item.label}] if item.label else [],
            "located": item.dateline,
            "altIds": [{"role": "url", "value": item.url}],
            "associations": [_picture(item.picture)] if item.picture else [],
        }
    )


def _text(value: str, role: str, content_type: str) -> list[dict[str, str]]:
    return [{"role": role, "contentType": content_type, "value": value}] if value else []


def _author(author: Author) -> dict[str, str]:
    return filled({"name": author.name, "rel": "author", "uri": author.url})


def _subjects(item: NewsItem) -> list[dict[str, str]]:
    section = [{"name": item.section, "rel": "section"}] if item.section else []
    words = [{"name": word, "rel": "keyword"} for word in item.keywords]
    return [*section, *(_subject(subject) for subject in item.subjects), *words]


def _subject(subject: Subject) -> dict[str, str]:
    code = subject.qcode.removeprefix("medtop:")
    uri = f"http://cv.iptc.org/newscodes/mediatopic/{code}"
    return {"name": subject.name, "rel": "about", "uri": uri}


def _picture(picture: Illustration) -> dict[str, Any]:
    file = {
        "name": "main",
        "href": picture.url,
        "contentType": picture.media_type,
        "width": picture.width,
        "height": picture.height,
        "sizeInBytes": picture.size,
    }
    return filled(
        {
            "name": "lead",
            "uri": picture.url,
            "type": "picture",
            "by": picture.credit_line,
            "copyrightNotice": picture.copyright_notice,
            "usageTerms": picture.usage_terms,
            "descriptions": [
                *_text(picture.caption, "caption", "text/plain"),
                *_text(picture.alt_text, "alternative", "text/plain"),
            ],
            "renditions": [file],
        }
    )


def _in_lower_case(fact: Any) -> Any:
    if isinstance(fact, dict):
        return {name.lower(): _in_lower_case(value) for name, value in fact.items()}
    return [_in_lower_case(value) for value in fact] if isinstance(fact, list) else fact
