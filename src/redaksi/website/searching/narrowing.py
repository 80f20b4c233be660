"""Offers to narrow a search: how many of what was found are of which section, kind, author."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django.http import QueryDict
from django.utils.http import urlencode
from django.utils.translation import gettext as _

from redaksi.articles.finding.results import Counts
from redaksi.articles.kinds import Kind
from redaksi.articles.models import Agency
from redaksi.newsroom.models import Person, Section

#: Choices that are shown of each kind.
SHOWN = 8
#: What belongs to one page of what was found.
PAGE = ("sebelum", "lewati")


@dataclass(frozen=True)
class Choice:
    """One way to narrow the search, or to take that back."""

    name: str
    number: int
    url: str
    is_chosen: bool


@dataclass(frozen=True)
class Facet:
    """Choices of one kind."""

    title: str
    choices: list[Choice]


def address(asked: QueryDict, **changed: object) -> str:
    """Return the address of the same search with parts of it changed; from its first page on."""
    parts = {name: str(value) for name, value in asked.items() if name not in PAGE}
    for name, value in changed.items():
        parts.pop(name, None)
        parts[name] = "" if value is None else str(value)
    return f"?{urlencode({name: value for name, value in parts.items() if value})}"


def facets(counts: Counts, asked: QueryDict) -> list[Facet]:
    """Return what the found stories can be narrowed by; nothing where there is no choice."""
    sections = _named(Section.objects.all(), counts.sections, "slug")
    people = _named(Person.objects.all(), counts.people, "slug")
    agencies = _named(Agency.objects.all(), counts.agencies, "code")
    kinds = {kind.value: (kind.value, str(kind.label)) for kind in Kind}
    found = [
        Facet(_("Section"), _choices("bagian", counts.sections, sections, asked)),
        Facet(_("Kind"), _choices("jenis", counts.kinds, kinds, asked)),
        Facet(_("Author"), _choices("orang", counts.people, people, asked)),
        Facet(_("Agency"), _choices("sumber", counts.agencies, agencies, asked)),
    ]
    return [facet for facet in found if _is_a_choice(facet)]


def _named(objects: Any, counted: Counter[int], value: str) -> dict[Any, tuple[str, str]]:
    keys = [key for key, _number in counted.most_common(SHOWN)]
    return {each.pk: (getattr(each, value), str(each)) for each in objects.filter(pk__in=keys)}


def _choices(
    field: str, counted: Counter[Any], named: Mapping[Any, tuple[str, str]], asked: QueryDict
) -> list[Choice]:
    return list(_made(field, counted.most_common(SHOWN), named, asked))


def _made(
    field: str,
    counted: Iterable[tuple[Any, int]],
    named: Mapping[Any, tuple[str, str]],
    asked: QueryDict,
) -> Iterable[Choice]:
    for key, number in counted:
        if key not in named:
            continue
        value, name = named[key]
        is_chosen = asked.get(field) == value
        url = address(asked, **{field: "" if is_chosen else value})
        yield Choice(name, number, url, is_chosen)


def _is_a_choice(facet: Facet) -> bool:
    return len(facet.choices) > 1 or any(choice.is_chosen for choice in facet.choices)
