"""Reads the files of the example newspaper; plain data, without Django."""

from __future__ import annotations

import datetime
import tomllib
from collections.abc import Callable
from pathlib import Path
from typing import Any

from redaksi.example.days import moment_of
from redaksi.example.pieces import (
    Article,
    Block,
    Column,
    Desk,
    Document,
    DocumentLink,
    Embed,
    FactBox,
    Gallery,
    Heading,
    Newspaper,
    Paragraphs,
    Person,
    Picture,
    PictureShown,
    PullQuote,
    Related,
    Section,
    Table,
)

HERE = Path(__file__).parent
PICTURES = HERE / "pictures"
DOCUMENTS = HERE / "documents"
SOME_NOON = datetime.datetime(2100, 1, 1, 12, tzinfo=datetime.UTC)


def read_newspaper(folder: Path = HERE) -> Newspaper:
    """Return everything in the folder.

    Raises:
        TypeError: for an entry that lacks a field or has one too many.
        KeyError: for an unknown type of block.
    """
    paper = _load(folder / "newspaper.toml")
    return Newspaper(
        name=paper["name"],
        sections=tuple(Section(**entry) for entry in paper["section"]),
        people=tuple(Person(**entry) for entry in paper["person"]),
        desks=tuple(Desk(**entry) for entry in paper["desk"]),
        agencies=paper["agencies"],
        on_record=paper["on_record"],
        documents=tuple(Document(**entry) for entry in paper["document"]),
        pictures=tuple(Picture(**entry) for entry in _load(folder / "pictures.toml")["picture"]),
        articles=tuple(sorted(map(read_article, (folder / "articles").glob("*.toml")), key=_age)),
    )


def read_article(path: Path) -> Article:
    """Return the article in a file, whose name is the article's slug."""
    entry = _load(path)
    body = tuple(_block(block) for block in entry.pop("body"))
    return Article(slug=path.stem, body=body, **entry)


def _age(article: Article) -> tuple[bool, datetime.datetime, str]:
    """Sort oldest first and drafts last, so that stories are created as they appeared."""
    return (article.draft, moment_of(article, SOME_NOON), article.slug)


def _block(entry: dict[str, Any]) -> Block:
    ((name, value),) = entry.items()
    return BLOCKS[name](value)


def _paragraphs(text: str) -> Paragraphs:
    paragraphs = (" ".join(paragraph.split("\n")) for paragraph in text.strip().split("\n\n"))
    return Paragraphs(tuple(paragraphs))


def _shown(entry: dict[str, Any]) -> PictureShown:
    return PictureShown(**entry)


def _gallery(entry: dict[str, Any]) -> Gallery:
    return Gallery(entry["title"], tuple(map(_shown, entry["pictures"])))


def _table(entry: dict[str, Any]) -> Table:
    columns = tuple(Column(**column) for column in entry["columns"])
    return Table(entry["caption"], columns, entry["rows"])


def _fact_box(entry: dict[str, Any]) -> FactBox:
    return FactBox(entry["title"], _paragraphs(entry["text"]))


BLOCKS: dict[str, Callable[[Any], Block]] = {
    "paragraph": _paragraphs,
    "heading": Heading,
    "pull_quote": lambda entry: PullQuote(**entry),
    "picture": _shown,
    "gallery": _gallery,
    "table": _table,
    "embed": lambda entry: Embed(**entry),
    "fact_box": _fact_box,
    "related": Related,
    "document": lambda entry: DocumentLink(**entry),
}


def _load(path: Path) -> dict[str, Any]:
    """Return a file's content with tuples in place of lists, as frozen data wants them."""
    content = tomllib.loads(path.read_text(encoding="utf-8"))
    return {key: _frozen(value) for key, value in content.items()}


def _frozen(value: Any) -> Any:
    if isinstance(value, list):
        return tuple(map(_frozen, value))
    if isinstance(value, dict):
        return {key: _frozen(item) for key, item in value.items()}
    return value
