"""Reads an archive for statements, the newest stories first, and each story once.

What was read is kept with a mark in the same transaction, so a run that is killed goes on where
it was, and nothing is found twice.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from django.db.models import Q, QuerySet

from redaksi.articles.models import Article
from redaksi.statements.reading import read_or_put_off

#: Stories looked for at a time.
SHARE = 100


@dataclass(frozen=True)
class Progress:
    """How many stories are read, of how many, and how many of them could not be."""

    done: int
    total: int
    failed: int


def backfill() -> Iterator[Progress]:
    """Read every story that was never read, or was saved since."""
    total = _unread().count()
    done, failed, before = 0, 0, None
    yield Progress(done, total, failed)
    while keys := _next_share(before):
        for key in keys:
            failed += not read_or_put_off(key)
        done, before = done + len(keys), keys[-1]
        yield Progress(done, max(total, done), failed)


def _next_share(before: int | None) -> list[int]:
    """Return the keys of the next stories; one that cannot be read is not met again."""
    stories = _unread() if before is None else _unread().filter(pk__lt=before)
    return list(stories.order_by("-pk").values_list("pk", flat=True)[:SHARE])


def _unread() -> QuerySet[Article]:
    stories: QuerySet[Article] = Article.objects.filter(
        Q(statements_reading__isnull=True) | Q(statements_reading__is_stale=True)
    )
    return stories
