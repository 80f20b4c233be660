"""Builds an article's body from the example's blocks."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from wagtail.documents.models import Document

from redaksi.articles.models import Article
from redaksi.example import pieces
from redaksi.pictures.models import Picture


@dataclass(frozen=True)
class Shelf:
    """What blocks refer to by name: pictures, documents, and the stories made so far."""

    pictures: Mapping[str, Picture]
    documents: Mapping[str, Document]
    articles: Mapping[str, Article]


def body_of(article: pieces.Article, shelf: Shelf) -> list[tuple[str, Any]]:
    """Return the blocks as Wagtail's StreamField takes them; links to later stories are left."""
    built = [built_block(block, shelf) for block in article.body]
    return [block for block in built if block is not None]


def built_block(block: pieces.Block, shelf: Shelf) -> tuple[str, Any] | None:
    """Return one block's type and value, or nothing for a link to a story not made yet."""
    match block:
        case pieces.Paragraphs():
            return "paragraph", block.html
        case pieces.Heading(text):
            return "heading", text
        case pieces.PullQuote(quote, attribution):
            return "pull_quote", {"quote": quote, "attribution": attribution}
        case pieces.PictureShown():
            return "picture", _shown(block, shelf)
        case pieces.Gallery(title, pictures):
            return "gallery", {"title": title, "pictures": [_shown(one, shelf) for one in pictures]}
        case pieces.Table():
            return "table", _table(block)
        case pieces.Embed(url, title):
            return "embed", {"url": url, "title": title}
        case pieces.FactBox(title, text):
            return "fact_box", {"title": title, "text": text.html}
        case pieces.Related(slug):
            return ("related", shelf.articles[slug]) if slug in shelf.articles else None
        case pieces.DocumentLink(name, title):
            return "document", {"document": shelf.documents[name], "title": title}


def _shown(shown: pieces.PictureShown, shelf: Shelf) -> dict[str, Any]:
    return {"picture": shelf.pictures[shown.picture], "caption": shown.caption}


def _table(table: pieces.Table) -> dict[str, Any]:
    return {
        "caption": table.caption,
        "columns": [{"type": one.type, "heading": one.heading} for one in table.columns],
        "rows": [{"values": list(row)} for row in table.rows],
    }
