"""Compares the page store with what its pages would be now."""

from __future__ import annotations

from collections.abc import Iterator

from django.utils.translation import gettext as _

from redaksi.pagestore.comparing import Difference, Kind, difference
from redaksi.pagestore.store import PageStore
from redaksi.press.addresses import every_address
from redaksi.press.rendering import render_all

AT_A_TIME = 50


def differences(store: PageStore) -> Iterator[Difference]:
    """Render every page of the paper and compare it with the stored one, in every coding.

    Nothing is changed.

    Raises:
        Exception: whatever a broken template or a database that is away raises.
    """
    addresses = sorted({*every_address(), *store.addresses()})
    for start in range(0, len(addresses), AT_A_TIME):
        for address, fresh in render_all(addresses[start : start + AT_A_TIME]):
            if isinstance(fresh, Exception):
                raise fresh
            kind = difference(store.tree, address, fresh)
            if kind is not None:
                yield Difference(address, kind)


def in_words(kind: Kind) -> str:
    """Say to a person in which way a page is not as it should be."""
    return {
        Kind.STALE: _("is not what it would be now"),
        Kind.MISSING: _("is missing"),
        Kind.EXTRA: _("should not be there"),
        Kind.TORN: _("is damaged"),
    }[kind]
