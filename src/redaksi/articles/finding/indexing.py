"""Keeps the index in the transaction in which an article changes."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar

from redaksi.articles.finding.sources import Source, sources_of
from redaksi.search import spelling
from redaksi.search.choosing import engine
from redaksi.search.entries import Entry, entry_of

_put_off: ContextVar[set[int] | None] = ContextVar("put_off", default=None)


@contextmanager
def indexed_later() -> Iterator[set[int]]:
    """Index nothing within the block; whoever asks for it indexes these articles afterwards.

    For a save that is followed at once by a publication, which indexes the same story again.
    """
    keys: set[int] = set()
    token = _put_off.set(keys)
    try:
        yield keys
    finally:
        _put_off.reset(token)


def index(keys: Collection[int]) -> None:
    """Bring the index to how these articles stand now."""
    waiting = _put_off.get()
    if waiting is not None:
        waiting.update(keys)
        return
    sources = sources_of(keys)
    keep(sources, [entry_of(source.story()) for source in sources])


def keep(sources: Iterable[Source], entries: Sequence[Entry]) -> None:
    """Keep the entries of these articles, and the words of those that readers see."""
    engine().put(entries)
    seen = [source for source in sources if source.is_live]
    spelling.learn(f"{source.headline} {source.standfirst}" for source in seen)


def forget(keys: Iterable[int]) -> None:
    """Take articles that are no more out of the index."""
    engine().remove(keys)
