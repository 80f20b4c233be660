"""Makes the pages that are wanted, the most urgent first."""

from __future__ import annotations

import logging
import time
from collections.abc import Sequence
from dataclasses import dataclass, field

from django.conf import settings

from redaksi.pagestore.store import PageStore
from redaksi.pagestore.wishes import Wanted
from redaksi.press.purging import purging
from redaksi.press.rendering import render_all
from redaksi.press.urgencies import AT_ONCE, FAILED, FRONT, LATER, NEXT, OFTEN, SOON

#: Pages written, and made certain on disk, together; somebody's story waits for no other page.
BATCH = 20
BATCHES = {AT_ONCE: 2, FRONT: 1, OFTEN: 6, NEXT: 6, SOON: 6}

logger = logging.getLogger(__name__)


@dataclass
class Pressed:
    """What one round did: every address made, those that changed or are gone, and the failures."""

    made: list[str] = field(default_factory=list)
    changed: list[str] = field(default_factory=list)
    gone: list[str] = field(default_factory=list)
    failed: list[str] = field(default_factory=list)

    def add(self, other: Pressed) -> None:
        """Take in what another round did."""
        self.made += other.made
        self.changed += other.changed
        self.gone += other.gone
        self.failed += other.failed


def open_store() -> PageStore:
    """Return the newspaper's page store."""
    return PageStore(settings.INSTANCE.pages)


def press_wanted(store: PageStore, *, seconds: float, before: int = FAILED) -> Pressed:
    """Make wanted pages, those more urgent than ``before``, until none is left or the time is up.

    A page that cannot be rendered keeps its old version. It is tried again when something it
    shows changes, or else after ``want_failed_again``.

    Raises:
        OperationalError, InterfaceError: if the database does not answer; nothing is lost.
        StoreUnwritable: if the disk is full or read-only; nothing is lost.
    """
    done, deadline = Pressed(), time.monotonic() + seconds
    while wishes := next_batch(store, before=before):
        done.add(press_wishes(store, wishes))
        if time.monotonic() > deadline:
            break
    return done


def want_failed_again(store: PageStore) -> int:
    """Have the pages that could not be made tried again, behind others; return how many."""
    return store.index.bring_forward(FAILED, urgency=LATER)


def next_batch(store: PageStore, *, before: int = FAILED) -> list[Wanted]:
    """Return the next wishes of one urgency: the more urgent they are, the fewer at a time."""
    wishes = wishes_in_hand(store, BATCH, before=before)
    if not wishes:
        return []
    urgency = wishes[0].urgency
    alike = [wish for wish in wishes if wish.urgency == urgency]
    return alike[: BATCHES.get(urgency, BATCH)]


def wishes_in_hand(
    store: PageStore, limit: int, *, least: int = AT_ONCE, before: int = FAILED
) -> list[Wanted]:
    """Return the next wishes from one urgency on and before another.

    By default all of them but those that could not be fulfilled the last time.
    """
    return [wish for wish in store.index.wanted(limit) if least <= wish.urgency < before]


def press_wishes(store: PageStore, wishes: Sequence[Wanted], *, seen: int | None = None) -> Pressed:
    """Make these pages, and forget the wishes that are fulfilled.

    ``seen`` is the index's clock when the first of the facts was read, if that was before now.

    Raises:
        OperationalError, InterfaceError, StoreUnwritable: see ``press_wanted``.
    """
    done, seen = Pressed(), store.index.clock() if seen is None else seen
    pages, absent = [], []
    for address, page in render_all([wish.address for wish in wishes]):
        if isinstance(page, Exception):
            logger.error("The page %s could not be made.", address, exc_info=page)
            done.failed.append(address)
            continue
        done.made.append(address)
        if page is None:
            absent.append(address)
        else:
            pages.append(page)
    with purging(store, done.made) as old:
        done.changed = store.put(pages, seen=seen, private_root=settings.MEDIA_ROOT)
        if absent:
            done.gone = store.remove(absent, seen=seen)
        old += [*done.changed, *done.gone]
    failed = [wish for wish in wishes if wish.address in done.failed]
    store.index.done(*(wish for wish in wishes if wish not in failed))
    store.index.postpone(*failed, urgency=FAILED)
    return done
