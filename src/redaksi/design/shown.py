"""Notes what a page shows while it is being made, so that it can be made again when that changes.

A tag is a short word such as ``teaser:17`` or ``picture:3``: a kind of thing and its key. Outside
``noting`` nothing is kept and nothing costs anything.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar

_notes: ContextVar[set[str] | None] = ContextVar("_notes", default=None)


def shows(kind: str, key: object) -> None:
    """Note that the page being made shows this thing."""
    notes = _notes.get()
    if notes is not None:
        notes.add(f"{kind}:{key}")


def note_all(tags: Iterable[str]) -> None:
    """Note tags that were collected before, of something made once and shown again."""
    notes = _notes.get()
    if notes is not None:
        notes.update(tags)


def is_noted() -> bool:
    """Whether the page is being made to be kept, and not for one reader."""
    return _notes.get() is not None


@contextmanager
def noting() -> Iterator[set[str]]:
    """Collect the tags of everything shown inside; an outer collection sees nothing of it."""
    notes: set[str] = set()
    token = _notes.set(notes)
    try:
        yield notes
    finally:
        _notes.reset(token)
