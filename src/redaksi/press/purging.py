"""Tells the CDN which answers are old: noted with the pages, sent beside the press, never lost."""

from __future__ import annotations

import datetime
import logging
import time
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager

from django.conf import settings
from django.db import transaction
from django.db.models import F
from django.utils import timezone

from redaksi.pagestore.page import name_of_tag
from redaksi.pagestore.store import PageStore
from redaksi.press.cdn import Cdn, PurgeFailed
from redaksi.press.models import Purge

#: Addresses told to the CDN together, so that one it refuses delays few others.
AT_ONCE = 100
#: With more addresses waiting than this, the CDN forgets the whole paper instead.
TOO_MANY = 500
MOST_AT_ONCE = 50_000
#: The whole paper is forgotten at most so often, or it would never be in the CDN.
SECONDS_BETWEEN_WHOLES = 30.0
FIRST_PAUSE, LONGEST_PAUSE = 1.0, 300.0
ROWS_A_QUERY = 500

logger = logging.getLogger(__name__)


@contextmanager
def purging(store: PageStore, addresses: Sequence[str]) -> Iterator[list[str]]:
    """Have the CDN told what changes in the block; the caller adds the addresses that did.

    Files that no page shows any more are told as well. Killed within the block, all the
    addresses are told at the next start. Without a CDN nothing is done.
    """
    files = _files_of(store, addresses) if settings.CONFIG.cdn else []
    with _noting([*addresses, *files]) as changed:
        yield changed
        changed += [at for at in files if not (store.tree.folder / at[1:]).exists()]


def withdraw_unused(store: PageStore) -> list[str]:
    """Take files away that no page shows, and have the CDN told; return their names."""
    found = store.unused()
    with _noting([f"/{name}" for name in found]) as changed:
        gone = store.withdraw_unused(found)
        changed += [f"/{name}" for name in gone]
        return gone


@contextmanager
def _noting(addresses: Sequence[str]) -> Iterator[list[str]]:
    """Note what may change in the block, and settle what the caller says has changed."""
    changed: list[str] = []
    if not settings.CONFIG.cdn or not addresses:
        yield changed
        return
    noted = Purge.objects.bulk_create(Purge(address=at) for at in addresses)
    try:
        yield changed
    except Exception:
        # Some pages may be new already.
        _settle(noted, addresses)
        raise
    _settle(noted, changed)


def settle_left_overs() -> None:
    """Have the CDN told what was changing when the program was killed."""
    Purge.objects.filter(is_settled=False).update(is_settled=True)


def _files_of(store: PageStore, addresses: Iterable[str]) -> list[str]:
    tags = {tag for address in addresses for tag in store.index.tags_of(address)}
    return sorted(f"/{name}" for tag in tags if (name := name_of_tag(tag)))


@transaction.atomic
def _settle(noted: Sequence[Purge], addresses: Iterable[str]) -> None:
    Purge.objects.bulk_create(Purge(address=at, is_settled=True) for at in addresses)
    _delete([row.pk for row in noted])


def _delete(keys: Sequence[int]) -> None:
    for start in range(0, len(keys), ROWS_A_QUERY):
        Purge.objects.filter(pk__in=keys[start : start + ROWS_A_QUERY]).delete()


class Purging:
    """Tells the CDN what waits; what it does not take is tried again, ever more slowly."""

    def __init__(self, cdn: Cdn) -> None:
        self._cdn = cdn
        self._next_whole = 0.0
        self._whole_tries = 0

    def go_round(self) -> int:
        """Tell what is due; return of how many addresses the CDN has been told."""
        due = Purge.objects.filter(is_settled=True, not_before__lte=timezone.now()).order_by("pk")
        keys = list(due.values_list("pk", flat=True)[:MOST_AT_ONCE])
        if len(keys) > TOO_MANY:
            return self._tell_whole(keys)
        return sum(
            self._tell(list(due.filter(pk__in=keys[start : start + AT_ONCE])))
            for start in range(0, len(keys), AT_ONCE)
        )

    def _tell(self, rows: list[Purge]) -> int:
        keys = [row.pk for row in rows]
        addresses = sorted({row.address for row in rows})
        try:
            self._cdn.forget(addresses)
        except PurgeFailed as problem:
            pause = pause_after(max(row.tries for row in rows) + 1)
            later = timezone.now() + datetime.timedelta(seconds=pause)
            Purge.objects.filter(pk__in=keys).update(tries=F("tries") + 1, not_before=later)
            _complain(len(addresses), pause, problem)
            return 0
        _delete(keys)
        return len(addresses)

    def _tell_whole(self, keys: list[int]) -> int:
        if time.monotonic() < self._next_whole:
            return 0
        try:
            self._cdn.forget_everything()
        except PurgeFailed as problem:
            self._whole_tries += 1
            pause = pause_after(self._whole_tries)
            self._next_whole = time.monotonic() + pause
            _complain(len(keys), pause, problem)
            return 0
        self._whole_tries = 0
        self._next_whole = time.monotonic() + SECONDS_BETWEEN_WHOLES
        with transaction.atomic():
            _delete(keys)
        return len(keys)


def pause_after(tries: int) -> float:
    """Return how many seconds to wait after so many failures, twice as long after each."""
    doubled: float = FIRST_PAUSE * 2 ** min(tries - 1, 20)
    return min(LONGEST_PAUSE, doubled)


def _complain(number: int, pause: float, problem: PurgeFailed) -> None:
    logger.warning(
        "The CDN could not be told of %d addresses; tried again in %.0f s: %s",
        number,
        pause,
        problem,
    )
