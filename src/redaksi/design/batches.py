"""Keeps what is the same on every page while many pages are made one after the other."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import TypeVar

Made = TypeVar("Made")

_kept: ContextVar[dict[Hashable, object] | None] = ContextVar("_kept", default=None)


@contextmanager
def batch() -> Iterator[None]:
    """Make the pages inside from one look at what all of them show."""
    token = _kept.set({})
    try:
        yield
    finally:
        _kept.reset(token)


def once(key: Hashable, make: Callable[[], Made]) -> Made:
    """Return what was made under the key in this batch; outside of one, make it each time."""
    kept = _kept.get()
    if kept is None:
        return make()
    if key not in kept:
        kept[key] = make()
    return kept[key]  # type: ignore[return-value]
