"""Compares the page store with what its pages would be now."""

from __future__ import annotations

import logging
from collections.abc import Iterator

from django.utils.translation import gettext as _

from redaksi.pagestore.comparing import Difference, Kind, difference
from redaksi.pagestore.page import Page
from redaksi.pagestore.store import PageStore
from redaksi.press.addresses import every_address
from redaksi.press.rendering import render_all

AT_A_TIME = 50

logger = logging.getLogger(__name__)


def differences(store: PageStore) -> Iterator[Difference]:
    """Render every page of the paper and compare it with the stored one, in every coding.

    Nothing is changed. A page that cannot be made is told of, and why it cannot in the log.

    Raises:
        OperationalError, InterfaceError: if the database does not answer.
    """
    addresses = sorted({*every_address(), *store.addresses()})
    for start in range(0, len(addresses), AT_A_TIME):
        for address, fresh in render_all(addresses[start : start + AT_A_TIME]):
            kind = _kind(store, address, fresh)
            if kind is not None:
                yield Difference(address, kind)


def _kind(store: PageStore, address: str, fresh: Page | Exception | None) -> Kind | None:
    if isinstance(fresh, Exception):
        logger.error("The page %s could not be made.", address, exc_info=fresh)
        return Kind.UNKNOWN
    return difference(store.tree, address, fresh)


def in_words(kind: Kind) -> str:
    """Say to a person in which way a page is not as it should be."""
    return {
        Kind.STALE: _("is not what it would be now"),
        Kind.MISSING: _("is missing"),
        Kind.EXTRA: _("should not be there"),
        Kind.TORN: _("is damaged"),
        Kind.UNKNOWN: _("cannot be made; the messages above say why"),
    }[kind]
