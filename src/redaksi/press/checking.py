"""Compares the page store with what its pages would be now."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from django.utils.translation import gettext as _

from redaksi.pagestore.store import PageStore
from redaksi.press.addresses import every_address
from redaksi.press.rendering import render


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
    """Render every page of the paper and compare it with the stored one; nothing is changed."""
    for address in sorted({*every_address(), *store.addresses()}):
        fresh, kept = render(address), store.read(address)
        if fresh is None and kept is None:
            continue
        if fresh is None:
            yield Difference(address, "extra")
        elif kept is None:
            yield Difference(address, "missing")
        elif (fresh.status, fresh.location, fresh.body) != (kept.status, kept.location, kept.body):
            yield Difference(address, "stale")
