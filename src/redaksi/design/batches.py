"""Keeps what is the same on every page while many pages are made one after the other."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any, TypeVar

from redaksi.design.shown import note_all, noting

Key = TypeVar("Key", bound=Hashable)
Made = TypeVar("Made")

_kept: ContextVar[dict[Hashable, Any] | None] = ContextVar("_kept", default=None)


@contextmanager
def batch() -> Iterator[None]:
    """Make the pages inside from one look at what all of them show; inside another, from its."""
    if _kept.get() is not None:
        yield
        return
    token = _kept.set({})
    try:
        yield
    finally:
        _kept.reset(token)


def once(key: Hashable, make: Callable[[], Made]) -> Made:
    """Return what was made under the key in this batch; outside of one, make it each time.

    What it shows is noted for every page that it stands on.
    """
    kept = _kept.get()
    if kept is None:
        return make()
    if key not in kept:
        with noting() as tags:
            made = make()
        kept[key] = (made, frozenset(tags))
    made, shown = kept[key]
    note_all(shown)
    return made


def each_once(
    kind: str, keys: Iterable[Key], fetch: Callable[[list[Key]], Mapping[Key, Made]]
) -> dict[Key, Made]:
    """Return what belongs to the keys, fetching together those that this batch does not keep.

    Keys to which nothing belongs are left out.
    """
    wanted = list(dict.fromkeys(keys))
    kept = _kept.get()
    if kept is None:
        return dict(fetch(wanted)) if wanted else {}
    missing = [key for key in wanted if (kind, key) not in kept]
    if missing:
        found = fetch(missing)
        kept.update(((kind, key), found.get(key)) for key in missing)
    pairs = ((key, kept[kind, key]) for key in wanted)
    return {key: made for key, made in pairs if made is not None}
