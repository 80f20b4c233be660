"""Compares the page store with what its pages would be now."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from django.utils.translation import gettext as _

from redaksi.pagestore.page import Page
from redaksi.pagestore.store import PageStore
from redaksi.press.addresses import every_address
from redaksi.press.rendering import render_all

AT_A_TIME = 50


@dataclass(frozen=True)
class Difference:
    """A page that is not as it should be, and in what way (``stale``, ``missing``, ``extra``)."""

    address: str
    kind: str

    @property
    def problem(self) -> str:
        """The same for a person."""
        return {
            "stale": _("is not what it would be now"),
            "missing": _("is missing"),
            "extra": _("should not be there"),
        }[self.kind]


def differences(store: PageStore) -> Iterator[Difference]:
    """Render every page of the paper and compare it with the stored one; nothing is changed.

    Raises:
        Exception: whatever a broken template or a database that is away raises.
    """
    addresses = sorted({*every_address(), *store.addresses()})
    for start in range(0, len(addresses), AT_A_TIME):
        for address, fresh in render_all(addresses[start : start + AT_A_TIME]):
            if isinstance(fresh, Exception):
                raise fresh
            kind = _kind(fresh, store.read(address))
            if kind:
                yield Difference(address, kind)


def _kind(fresh: Page | None, kept: Page | None) -> str:
    if fresh is None:
        return "" if kept is None else "extra"
    if kept is None:
        return "missing"
    same = (fresh.status, fresh.location, fresh.body) == (kept.status, kept.location, kept.body)
    return "" if same else "stale"
