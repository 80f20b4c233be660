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
from redaksi.press.urgencies import AT_ONCE, FRONT, LATER, NEXT, OFTEN, SECTIONS, SOON
from redaksi.syndication.addresses import feeds_with_summaries

HOME = "/"
#: How the tags begin of sitemaps, and of first pages and feeds of the paper and its sections.
BY_TAG = {"latest:": OFTEN, "part": OFTEN, "list:paper": NEXT, "list:section": NEXT}
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
    store.index.want(
        tags=tags,
        addresses=storable([*first, *addresses]),
        urgency={**_urgencies(tags, addresses), **dict.fromkeys(first, AT_ONCE)},
    )
    if any(entry.everything for entry in entries):
        want_everything(store)
    OutboxEntry.objects.filter(pk__in=[entry.pk for entry in entries]).delete()
    return len(entries)


def _urgencies(tags: Iterable[str], addresses: Iterable[str]) -> dict[str, int]:
    """Return how soon pages with a tag or at an address are wanted, if they are at all."""
    sections = fronts_named_by(tags)
    feeds = chain.from_iterable(map(feeds_with_summaries, [HOME, *sections]))
    return {
        **dict.fromkeys(addresses, SOON),
        **{tag: next((BY_TAG[at] for at in BY_TAG if tag.startswith(at)), SOON) for tag in tags},
        **dict.fromkeys(feeds, OFTEN),
        **dict.fromkeys(sections, SECTIONS),
        HOME: FRONT,
    }


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
