"""A story, and a feed of stories, in no particular format: what writers are handed."""

from __future__ import annotations

import datetime
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Author:
    """Somebody who wrote the story; ``url`` is empty for a guest without a page."""

    name: str
    url: str = ""


@dataclass(frozen=True)
class Subject:
    """A term of the IPTC Media Topic vocabulary, for example ``medtop:03000000``."""

    qcode: str
    name: str


@dataclass(frozen=True)
class Illustration:
    """A picture as a file; ``size`` in bytes, width and height in pixels."""

    url: str
    media_type: str
    size: int
    width: int
    height: int
    alt_text: str = ""
    caption: str = ""
    credit_line: str = ""
    copyright_notice: str = ""
    usage_terms: str = ""


@dataclass(frozen=True)
class NewsItem:
    """One story; times are aware, addresses absolute, ``html`` is clean and may be empty.

    ``uri`` is the story's name for good, whatever becomes of its address (RFC 8141 or 4151).
    """

    uri: str
    url: str
    language: str
    headline: str
    summary: str
    published_at: datetime.datetime
    updated_at: datetime.datetime
    html: str = ""
    text: str = ""
    authors: tuple[Author, ...] = ()
    section: str = ""
    label: str = ""
    keywords: tuple[str, ...] = ()
    subjects: tuple[Subject, ...] = ()
    picture: Illustration | None = None
    dateline: str = ""
    source: str = ""
    credit_line: str = ""
    urgency: int = 5
    version: int = 1
    pub_status: str = "usable"
    """IPTC's: usable, withheld or canceled (taken back for good)."""

    publisher: str = ""
    publisher_url: str = ""


@dataclass(frozen=True)
class Feed:
    """Stories, newest first, under one title."""

    title: str
    description: str
    language: str
    publisher: str
    url: str
    feed_url: str
    items: tuple[NewsItem, ...] = field(default=())

    @property
    def updated_at(self) -> datetime.datetime:
        """When the newest change of a story was; the beginning of 1970 for a feed without any."""
        changes = [item.updated_at for item in self.items]
        return max(changes, default=datetime.datetime(1970, 1, 1, tzinfo=datetime.UTC))
