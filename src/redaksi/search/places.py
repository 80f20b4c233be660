"""Finds for each new entry a place of its own in the order of publication."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from redaksi.search.entries import Entry
from redaksi.search.rows import in_list

#: Places looked at in one question for a free one.
STRETCH = 256


def free_places(cursor: Any, entries: Sequence[Entry]) -> list[int]:
    """Return a place for each entry: its own, or the next that nobody has.

    Stories of an earlier day all begin at midnight, so many want the same one.
    """
    taken = _taken(cursor, [entry.place for entry in entries])
    found: list[int] = []
    for entry in entries:
        place = entry.place if entry.place not in taken else _free_from(cursor, entry.place, taken)
        taken.add(place)
        found.append(place)
    return found


def _taken(cursor: Any, places: Sequence[int]) -> set[int]:
    cursor.execute(f"SELECT place FROM search_story WHERE place IN ({in_list(places)})", places)
    return {place for (place,) in cursor.fetchall()}


def _free_from(cursor: Any, place: int, taken: set[int]) -> int:
    while True:
        cursor.execute(
            "SELECT place FROM search_story WHERE place >= %s AND place < %s",
            [place, place + STRETCH],
        )
        used = taken.union(row[0] for row in cursor.fetchall())
        free = next((at for at in range(place, place + STRETCH) if at not in used), None)
        if free is not None:
            return free
        place += STRETCH
