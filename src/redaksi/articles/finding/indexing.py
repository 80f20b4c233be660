"""Keeps the index in the transaction in which an article changes."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence

from redaksi.articles.finding.sources import Source, sources_of
from redaksi.search import spelling
from redaksi.search.choosing import engine
from redaksi.search.entries import Entry, entry_of


def index(keys: Collection[int]) -> None:
    """Bring the index to how these articles stand now."""
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
