"""Turns the promises of the outbox into wishes of the page store, and then forgets them.

A promise is deleted only after the wish is on disk: killed between the two, the same wish is
made again, which changes nothing.
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import chain, islice

from redaksi.articles.models import OutboxEntry
from redaksi.pagestore.addresses import BadAddress, page_name
from redaksi.pagestore.store import PageStore
from redaksi.press.addresses import every_address, fronts_named_by, pages_named_by

HOME = "/"
#: How soon a page is wanted: what was just published, the home page, pages of sections, what
#: aggregators and search engines look at next, what else shows it, every other page, and a page
#: that could not be made the last time.
AT_ONCE, FRONT, SECTIONS, NEXT, SOON, LATER, FAILED = 0, 1, 3, 5, 10, 50, 90
#: How the tags begin of first pages and feeds of the paper and its sections, and of sitemaps.
LOOKED_AT_NEXT = ("list:paper", "list:section", "latest:", "part")
AT_A_TIME = 500
CHUNK = 5000


def drain(store: PageStore) -> int:
    """Turn what the outbox holds into wishes; return how many promises it was."""
    entries = list(OutboxEntry.objects.order_by("pk")[:AT_A_TIME])
    if not entries:
        return 0
    first = _all(entry.first for entry in entries)
    tags = _all(entry.tags for entry in entries)
    addresses = [*_all(entry.addresses for entry in entries), *pages_named_by(tags)]
    sections = fronts_named_by(tags)
    soon = {name: NEXT if name.startswith(LOOKED_AT_NEXT) else SOON for name in (*tags, *addresses)}
    store.index.want(
        tags=tags,
        addresses=storable([*first, *addresses]),
        urgency={
            **soon,
            **dict.fromkeys(sections, SECTIONS),
            HOME: FRONT,
            **dict.fromkeys(first, AT_ONCE),
        },
    )
    if any(entry.everything for entry in entries):
        want_everything(store)
    OutboxEntry.objects.filter(pk__in=[entry.pk for entry in entries]).delete()
    return len(entries)


def want_everything(store: PageStore) -> None:
    """Wish for every page there is or should be, behind everything that cannot wait."""
    addresses = chain(every_address(), store.addresses())
    while chunk := list(islice(addresses, CHUNK)):
        store.index.want(addresses=storable(chunk), urgency=LATER)


def storable(addresses: Iterable[str]) -> list[str]:
    """Return the addresses that can be kept as files; others are answered by the newsroom."""
    return [address for address in addresses if _is_storable(address)]


def _is_storable(address: str) -> bool:
    try:
        page_name(address)
    except BadAddress:
        return False
    return True


def _all(lists: Iterable[list[str]]) -> list[str]:
    return sorted({item for items in lists for item in items})
