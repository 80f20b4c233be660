"""Reads the JSON-LD of a page (schema.org NewsArticle and its kin)."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from redaksi.formats.page.lines import tidy

_ARTICLES = ("NewsArticle", "Article", "BlogPosting", "Posting", "Report")
_WRAPPING = re.compile(r"^\s*(?:<!--|//<!\[CDATA\[|<!\[CDATA\[)|(?:-->|//\]\]>|\]\]>)\s*;?\s*$")
_MOST_NODES = 2000
_LONGEST = 400


@dataclass(frozen=True)
class Structured:
    """What the JSON-LD says of the article; texts are as given, empty when missing."""

    headline: str = ""
    section: str = ""
    authors: tuple[str, ...] = ()
    published: str = ""
    publisher: str = ""
    language: str = ""
    body: str = ""
    path: tuple[str, ...] = ()
    rating: tuple[float, float] | None = None
    votes: int | None = None


def structured(blocks: Iterable[str]) -> Structured:
    """The article in these JSON-LD blocks; broken or endlessly nested JSON is passed over."""
    nodes = [node for block in blocks for node in _nodes(_loaded(block))]
    article = next((node for node in nodes if _is_article(node)), {})
    sections = _texts(article.get("articleSection"))
    return Structured(
        headline=tidy(_text(article.get("headline") or article.get("name"))[:_LONGEST]),
        section=sections[0] if sections else "",
        authors=tuple(_names(article.get("author"))),
        published=_text(article.get("datePublished") or article.get("dateCreated")),
        publisher=next(iter(_names(article.get("publisher"))), ""),
        language=_text(article.get("inLanguage")),
        body=_text(article.get("articleBody")),
        path=_path(nodes),
        rating=_rating(article),
        votes=_votes(article),
    )


def _loaded(block: str) -> Any:
    text = _WRAPPING.sub("", _WRAPPING.sub("", block))
    try:
        return json.loads(text, strict=False)
    except (ValueError, RecursionError):
        return None


def _nodes(value: Any) -> Iterator[dict[str, Any]]:
    """All objects in this JSON value, the outer ones first."""
    waiting, seen = [value], 0
    while waiting and seen < _MOST_NODES:
        item, seen = waiting.pop(0), seen + 1
        if isinstance(item, list):
            waiting += item[:200]
        elif isinstance(item, dict):
            yield item
            waiting += [v for v in item.values() if isinstance(v, dict | list)][:50]


def _is_article(node: dict[str, Any]) -> bool:
    return any(kind.endswith(_ARTICLES) for kind in _texts(node.get("@type")))


def _texts(value: Any) -> list[str]:
    values = value if isinstance(value, list) else [value]
    return [v.strip() for v in values if isinstance(v, str) and v.strip()]


def _text(value: Any) -> str:
    if isinstance(value, dict):
        value = value.get("@value") or value.get("name") or value.get("alternateName")
    return next(iter(_texts(value)), "")


def _names(value: Any) -> Iterator[str]:
    for item in value if isinstance(value, list) else [value]:
        name = _text(item)
        if name and not name.startswith("http"):
            yield name


def _path(nodes: Iterable[dict[str, Any]]) -> tuple[str, ...]:
    """The names in the breadcrumb list, from the home page on."""
    for node in nodes:
        items = node.get("itemListElement")
        if "BreadcrumbList" in _texts(node.get("@type")) and isinstance(items, list):
            return tuple(name for item in items if (name := _step(item)))
    return ()


def _step(item: Any) -> str:
    if not isinstance(item, dict):
        return ""
    return _text(item.get("name")) or _text(item.get("item"))


def _rating(article: dict[str, Any]) -> tuple[float, float] | None:
    rating = article.get("aggregateRating")
    if not isinstance(rating, dict):
        return None
    value, best = _number(rating.get("ratingValue")), _number(rating.get("bestRating"))
    return None if value is None else (value, best or 5.0)


def _votes(article: dict[str, Any]) -> int | None:
    rating = article.get("aggregateRating")
    if not isinstance(rating, dict):
        return None
    count = _number(rating.get("ratingCount") or rating.get("reviewCount"))
    return None if count is None else int(count)


def _number(value: Any) -> float | None:
    try:
        number = float(str(value).replace(",", "."))
    except ValueError:
        return None
    return number if 0 <= number < 1e9 else None
