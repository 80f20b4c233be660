"""Writes down what a story refers to, as Wagtail's reference index does at every save."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Any

from django.contrib.contenttypes.models import ContentType
from wagtail.models import ReferenceIndex

from bench.filling.archive import Story
from redaksi.articles.models import Article
from redaksi.newsroom.models import Person
from redaksi.pictures.models import Picture


def references_of(story: Story, columns: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """Return the rows of the reference index for one story."""
    for attname, name, target in _recorded_fields():
        if columns.get(attname) is not None:
            yield _row(story, target, columns[attname], name, name)
    for block in story.blocks:
        path = f"body.{block['id']}"
        if block["type"] == "picture":
            picture = block["value"]["picture"]
            yield _row(story, Picture, picture, "body.picture.picture", f"{path}.picture")
        elif block["type"] == "related":
            yield _row(story, Article, block["value"], "body.related", path)
    for place, person in enumerate(story.authors):
        path = f"article_authors.{story.place * 4 + place}.person"
        yield _row(story, Person, person, "article_authors.item.person", path)


@cache
def _recorded_fields() -> list[tuple[str, str, Any]]:
    """Return the relations of an article that Wagtail records: attribute, name, target."""
    ignored = "wagtail_reference_index_ignore"
    return [
        (field.attname, field.name, field.related_model)
        for field in Article._meta.concrete_fields
        if field.many_to_one
        and not getattr(field, ignored, False)
        and not getattr(field.related_model, ignored, False)
    ]


def _row(story: Story, target: Any, key: int, model_path: str, path: str) -> dict[str, Any]:
    return {
        "content_type_id": _kind(Article),
        "base_content_type_id": _kind(Article),
        "object_id": str(story.place),
        "to_content_type_id": _kind(target),
        "to_object_id": str(key),
        "model_path": model_path,
        "content_path": path,
        "content_path_hash": ReferenceIndex._get_content_path_hash(path),
    }


@cache
def _kind(model: Any) -> int:
    return ContentType.objects.get_for_model(model).pk
