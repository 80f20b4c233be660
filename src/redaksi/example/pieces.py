"""The shapes that the example newspaper's files are read into; names follow the glossary."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from functools import cached_property


@dataclass(frozen=True)
class Section:
    """A place in the paper; ``parent`` is another section's slug, empty at the top level."""

    slug: str
    name: str
    description: str
    parent: str = ""


@dataclass(frozen=True)
class Desk:
    """A team that answers for sections (slugs), with its members (slugs of people)."""

    name: str
    sections: tuple[str, ...]
    editors: tuple[str, ...]
    reporters: tuple[str, ...] = ()


@dataclass(frozen=True)
class Person:
    """Somebody with a byline; ``kind`` is staff or guest, ``portrait`` a picture's name."""

    slug: str
    name: str
    kind: str
    job_title: str
    biography: str
    portrait: str
    email: str
    initials: str = ""


@dataclass(frozen=True)
class Picture:
    """A picture with its words; ``file`` lies in ``pictures/``.

    ``focal_point`` is x and y in parts of width and height, 0 to 1 from the top left corner.
    """

    name: str
    file: str
    title: str
    caption: str
    alt_text: str
    credit_line: str
    copyright_notice: str
    usage_terms: str
    focal_point: tuple[float, float]
    language: str = "id"


@dataclass(frozen=True)
class Document:
    """A file for readers to download; it lies in ``documents/``."""

    name: str
    file: str
    title: str


@dataclass(frozen=True)
class Paragraphs:
    """Running text, one string a paragraph; ``<i>`` and ``<b>`` are the only tags in it."""

    texts: tuple[str, ...]

    @property
    def html(self) -> str:
        """The paragraphs as rich text."""
        return "".join(f"<p>{text}</p>" for text in self.texts)


@dataclass(frozen=True)
class Heading:
    """A sub-heading."""

    text: str


@dataclass(frozen=True)
class PullQuote:
    """A sentence of the story set large, with who said it."""

    quote: str
    attribution: str


@dataclass(frozen=True)
class PictureShown:
    """A picture (by name) in the text; an empty caption means the picture's own."""

    picture: str
    caption: str = ""


@dataclass(frozen=True)
class Gallery:
    """Several pictures under one title."""

    title: str
    pictures: tuple[PictureShown, ...]


@dataclass(frozen=True)
class Column:
    """A column of a table; ``type`` is text or number."""

    heading: str
    type: str


@dataclass(frozen=True)
class Table:
    """A table; every row has one text for each column."""

    caption: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True)
class Embed:
    """A link to something on an allowed provider."""

    url: str
    title: str


@dataclass(frozen=True)
class FactBox:
    """Background beside the story."""

    title: str
    text: Paragraphs


@dataclass(frozen=True)
class Related:
    """A link to another story, by its slug."""

    article: str


@dataclass(frozen=True)
class DocumentLink:
    """A document (by name) to download; an empty title means the document's own."""

    document: str
    title: str = ""


Block = (
    Paragraphs
    | Heading
    | PullQuote
    | PictureShown
    | Gallery
    | Table
    | Embed
    | FactBox
    | Related
    | DocumentLink
)


@dataclass(frozen=True)
class Article:
    """One story, with texts in which days are still relative (see ``redaksi.example.days``).

    When it appeared is said by ``minutes_ago``, by ``days_ago`` with ``time``, or by
    ``story_date``; a ``draft`` has not appeared, and may be embargoed for some days more.
    """

    slug: str
    section: str
    kind: str
    headline: str
    standfirst: str
    body: tuple[Block, ...]
    subjects: tuple[str, ...]
    tags: tuple[str, ...]
    slugline: str
    lead_picture: str = ""
    language: str = "id"
    front_headline: str = ""
    kicker: str = ""
    dateline: str = ""
    authors: tuple[str, ...] = ()
    guest_byline: str = ""
    initials_line: str = ""
    agency: str = ""
    credit_line: str = ""
    urgency: int = 5
    ed_note: str = ""
    awaiting_verification: bool = False
    translation_of: str = ""
    minutes_ago: int | None = None
    days_ago: int | None = None
    time: datetime.time = datetime.time(9)
    story_date: datetime.date | None = None
    draft: bool = False
    embargo_days: int = 0


@dataclass(frozen=True)
class Newspaper:
    """The whole example newspaper; articles stand in the order in which they appeared."""

    name: str
    sections: tuple[Section, ...]
    people: tuple[Person, ...]
    desks: tuple[Desk, ...]
    agencies: tuple[str, ...]
    on_record: tuple[str, ...]
    documents: tuple[Document, ...]
    pictures: tuple[Picture, ...]
    articles: tuple[Article, ...]

    @cached_property
    def article_by_slug(self) -> dict[str, Article]:
        """The articles by their slugs, which are unique in the example."""
        return {article.slug: article for article in self.articles}
