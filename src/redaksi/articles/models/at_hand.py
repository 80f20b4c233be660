"""Saves an article without writing anew what hangs on it and is as it was."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from redaksi.articles.models.parts import ArticleAuthor, ArticleTag

OF_ROWS = {
    ArticleTag.content_object.field.remote_field.related_name: ArticleTag.content_object.field,
    ArticleAuthor.article.field.remote_field.related_name: ArticleAuthor.article.field,
}
"""The relations whose rows belong to one article, and the field by which they do."""


@contextmanager
def unchanged_parts_left_alone(article: Any) -> Iterator[None]:
    """Let the block save the article; what hangs on it stays at hand afterwards.

    ``modelcluster`` writes each row of byline and tags at every saving, and fetches them again
    for everybody who asks after it. Within the block the article's row must be locked.
    """
    at_hand: dict[str, list[Any]] = getattr(article, "_cluster_related_objects", {})
    kept = dict(at_hand)
    for name in OF_ROWS.keys() & kept.keys():
        if _are_saved(article, name, kept[name]):
            del at_hand[name]
    yield
    if kept:
        article._cluster_related_objects.update(kept)


def _are_saved(article: Any, name: str, parts: list[Any]) -> bool:
    owner = OF_ROWS[name]
    names = [field.attname for field in owner.model._meta.concrete_fields if field is not owner]
    rows = owner.model._default_manager.filter(**{owner.name: article.pk}).order_by()
    there = set(rows.values_list(*names))
    return there == {tuple(getattr(part, name) for name in names) for part in parts}
