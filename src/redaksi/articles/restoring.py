"""Rebuilds an article from a saved version, in one query for each kind of thing it names.

``modelcluster`` asks the database for the other end of every byline and every tag on its own,
and for the article itself each time; and it gives up on a version that names a section or an
agency that was deleted since. Here what is gone is left out and remembered.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from django.db.models import PROTECT, Field
from modelcluster.models import get_all_child_relations, model_from_serializable_data


@dataclass(frozen=True)
class Gone:
    """Something that a version names and that was deleted since."""

    model: Any
    key: Any


def without_children(model: Any, version: Mapping[str, Any]) -> dict[str, Any]:
    """Return the version without bylines and tags, and without what is looked up here."""
    names = {relation.get_accessor_name() for relation in get_all_child_relations(model)}
    names |= {field.name for field in _protected(model)}
    return {name: value for name, value in version.items() if name not in names}


def restore_children(article: Any, version: Mapping[str, Any]) -> None:
    """Give the article what ``without_children`` took away, but for what is gone.

    ``article.gone`` tells what that is (a list of ``Gone``). What no article can be without, its
    section, is then as it stands in the article's row.
    """
    article.gone = []
    ends = _protected_ends(type(article), version)
    for field in _protected(type(article)):
        _restore_end(article, field, version.get(field.name), ends[field.related_model])
    for relation in get_all_child_relations(type(article)):
        name = relation.get_accessor_name()
        if name in version:
            children, gone = _restored(relation, version[name])
            setattr(article, name, children)
            article.gone += gone


def _protected(model: Any) -> Iterator[Field[Any, Any]]:
    for field in model._meta.concrete_fields:
        if field.many_to_one and field.remote_field.on_delete is PROTECT:
            yield field


def _protected_ends(model: Any, version: Mapping[str, Any]) -> dict[Any, dict[Any, Any]]:
    """Return, for each model, the objects by key that the version names of it."""
    keys: defaultdict[Any, set[Any]] = defaultdict(set)
    for field in _protected(model):
        keys[field.related_model] |= {version.get(field.name)} - {None}
    return {model: model._default_manager.in_bulk(named) for model, named in keys.items()}


def _restore_end(article: Any, field: Any, key: Any, ends: Mapping[Any, Any]) -> None:
    end = ends.get(key)
    if key is not None and end is None:
        article.gone.append(Gone(field.related_model, key))
    if end is None and not field.null:
        row = type(article)._default_manager.filter(pk=article.pk).select_related(field.name)
        end = getattr(row.first(), field.name, None)
    if end is not None:
        setattr(article, field.name, end)


def _restored(relation: Any, rows: list[dict[str, Any]]) -> tuple[list[Any], list[Gone]]:
    children = [
        model_from_serializable_data(relation.related_model, row, check_fks=False) for row in rows
    ]
    gone: list[Gone] = []
    for field in relation.related_model._meta.concrete_fields:
        if field.many_to_one and field != relation.field:
            children, missing = _attached(children, field)
            gone += missing
    return children, gone


def _attached(children: list[Any], field: Field[Any, Any]) -> tuple[list[Any], list[Gone]]:
    """Give the children the objects at the other end of a relation; leave out those without."""
    ends = _ends(field, {getattr(child, field.attname) for child in children})
    kept, gone = [], []
    for child in children:
        key = getattr(child, field.attname)
        if key in ends:
            setattr(child, field.name, ends[key])
            kept.append(child)
        else:
            gone.append(Gone(field.related_model, key))
    return kept, gone


def _ends(field: Field[Any, Any], keys: Iterable[Any]) -> dict[Any, Any]:
    ends: dict[Any, Any] = field.related_model._default_manager.in_bulk(keys)  # type: ignore[union-attr]
    return ends
