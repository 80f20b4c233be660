"""The plain table that every engine of ours keeps beside the words: one row for each story."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from redaksi.search.engine import Hit
from redaksi.search.entries import Entry, Traits

CREATE = """
CREATE TABLE IF NOT EXISTS search_story (
    place BIGINT NOT NULL PRIMARY KEY,
    key BIGINT NOT NULL UNIQUE,
    is_live BOOLEAN NOT NULL,
    section BIGINT NOT NULL,
    kind VARCHAR(20) NOT NULL,
    agency BIGINT NULL,
    people TEXT NOT NULL
    {more}
)
"""
COLUMNS = "place, key, is_live, section, kind, agency, people"
TRAITS = "s.key, s.place, s.section, s.kind, s.agency, s.people"


def row_of(place: int, entry: Entry) -> tuple[Any, ...]:
    """Return the values of ``COLUMNS``."""
    traits = entry.traits
    people = " ".join(map(str, traits.people))
    return (place, entry.key, entry.is_live, traits.section, traits.kind, traits.agency, people)


def in_list(values: Sequence[object]) -> str:
    """Return the place holders of an SQL list."""
    return ", ".join(["%s"] * len(values))


def hits(rows: Iterable[Sequence[Any]]) -> list[Hit]:
    """Return what rows of key and place stand for."""
    return [Hit(key, place) for key, place in rows]


def traits(rows: Iterable[Sequence[Any]]) -> list[tuple[Hit, Traits]]:
    """Return what rows of ``TRAITS`` stand for."""
    return [
        (Hit(key, place), Traits(section, kind, agency, tuple(map(int, people.split()))))
        for key, place, section, kind, agency, people in rows
    ]
