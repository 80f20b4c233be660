"""Gives articles the rows that they name: sections, languages, agencies, pictures.

Many articles name the same few, which are fetched once for a batch of pages.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from wagtail.models import Locale

from redaksi.articles.models import Agency, Article
from redaksi.design.batches import each_once
from redaksi.newsroom.models import Section
from redaksi.pictures.models import Picture


def complete(articles: Iterable[Article]) -> None:
    """Fetch the section with its parent, the language, the agency and the lead picture of each."""
    articles = list(articles)
    _give(articles, "section", Section.objects.select_related("parent").in_bulk)
    _give(articles, "locale", Locale.objects.in_bulk)
    _give(articles, "source", Agency.objects.in_bulk)
    _give(articles, "lead_picture", Picture.objects.in_bulk, kind="picture")


def _give(
    articles: list[Article],
    name: str,
    fetch: Callable[[list[Any]], dict[Any, Any]],
    kind: str = "",
) -> None:
    keys = {article: getattr(article, f"{name}_id") for article in articles}
    named = (key for key in keys.values() if key is not None)
    found = each_once(kind or name, named, fetch)
    for article, key in keys.items():
        setattr(article, name, found.get(key))
