"""Makes the whole index anew with all the cores, beside a newsroom at work.

Processes find the words and stems; this one reads and writes. Before a share is written, its
rows are read once more under lock, so that nobody's change meanwhile is overwritten.
"""

from __future__ import annotations

import multiprocessing
import os
from collections import deque
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from multiprocessing.pool import AsyncResult, Pool

from django.db import connections, transaction

from redaksi.articles.finding.indexing import forget, keep
from redaksi.articles.finding.sources import Source, sources_of
from redaksi.articles.models import Article
from redaksi.search import rebuilding, spelling
from redaksi.search.choosing import engine
from redaksi.search.entries import Entry, entry_of

#: Articles of one transaction: a newsroom at work waits no longer than for these.
SHARE = 400


@dataclass(frozen=True)
class Progress:
    """How many articles are in the index, of how many, and how many of them in this run."""

    done: int
    total: int
    now: int


def rebuild(processes: int | None = None) -> Iterator[Progress]:
    """Make the index anew; stopped at any moment, the next run goes on from there."""
    after = _begin()
    total, done = Article.objects.count(), Article.objects.filter(pk__lte=after).count()
    now = 0
    # Open connections must not be shared by processes.
    connections.close_all()
    number = processes or len(os.sched_getaffinity(0))
    with multiprocessing.get_context("fork").Pool(number) as pool:
        for share in _made(pool, after, ahead=2 * number):
            now += share
            yield Progress(done + now, max(total, done + now), now)
    engine().settle()
    rebuilding.finish()


def is_wanted() -> bool:
    """Whether a rebuild was begun and not finished, or the index was never made."""
    return rebuilding.reached() is not None


def _begin() -> int:
    reached = rebuilding.reached()
    if not reached:
        with transaction.atomic():
            spelling.forget()
            rebuilding.reach(0)
    return reached or 0


def _made(pool: Pool, after: int, *, ahead: int) -> Iterator[int]:
    """Yield the size of each share that is written."""
    waiting: deque[tuple[list[Source], AsyncResult[list[Entry]]]] = deque()
    for share in _shares(after):
        waiting.append((share, pool.apply_async(_entries, [share])))
        if len(waiting) > ahead:
            yield _write(*waiting.popleft())
    while waiting:
        yield _write(*waiting.popleft())


def _shares(after: int) -> Iterator[list[Source]]:
    while True:
        later = Article.objects.filter(pk__gt=after).order_by("pk")
        keys = list(later.values_list("pk", flat=True)[:SHARE])
        if not keys:
            return
        yield sources_of(keys)
        after = keys[-1]


def _entries(sources: Sequence[Source]) -> list[Entry]:
    return [entry_of(source.story()) for source in sources]


def _write(sources: list[Source], made: AsyncResult[list[Entry]]) -> int:
    entries = dict(zip(sources, made.get(), strict=True))
    keys = [source.key for source in sources]
    with transaction.atomic():
        list(Article.objects.select_for_update().filter(pk__in=keys).order_by("pk").values("pk"))
        present = sources_of(keys)
        forget(set(keys) - {source.key for source in present})
        keep(present, [entries.get(source) or entry_of(source.story()) for source in present])
        rebuilding.reach(keys[-1])
    return len(keys)
