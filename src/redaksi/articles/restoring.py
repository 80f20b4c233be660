"""Rebuilds what belongs to an article from a saved version, in one query for each kind of thing.

``modelcluster`` asks the database for the other end of every byline and every tag on its own,
and for the article itself each time.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.db.models import Field
from modelcluster.models import get_all_child_relations, model_from_serializable_data


def without_children(model: Any, version: Mapping[str, Any]) -> dict[str, Any]:
    """Return the version without bylines and tags."""
    names = {relation.get_accessor_name() for relation in get_all_child_relations(model)}
    return {name: value for name, value in version.items() if name not in names}


def restore_children(article: Any, version: Mapping[str, Any]) -> None:
    """Give the article the bylines and tags of the version, but for those whose end is gone."""
    for relation in get_all_child_relations(type(article)):
        name = relation.get_accessor_name()
        if name in version:
            setattr(article, name, _restored(relation, version[name]))


def _restored(relation: Any, rows: list[dict[str, Any]]) -> list[Any]:
    children = [
        model_from_serializable_data(relation.related_model, row, check_fks=False) for row in rows
    ]
    for field in relation.related_model._meta.concrete_fields:
        if field.many_to_one and field != relation.field:
            children = _attached(children, field)
    return children


def _attached(children: list[Any], field: Field[Any, Any]) -> list[Any]:
    """Give the children the objects at the other end of a relation; leave out those without."""
    keys = {getattr(child, field.attname) for child in children}
    ends = field.related_model._default_manager.in_bulk(keys)  # type: ignore[union-attr]
    kept = [child for child in children if getattr(child, field.attname) in ends]
    for child in kept:
        setattr(child, field.name, ends[getattr(child, field.attname)])
    return kept
