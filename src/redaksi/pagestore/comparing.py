"""Compares what readers get from one tree with what they should get."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum

from redaksi.pagestore.coding import Torn
from redaksi.pagestore.page import Page
from redaksi.pagestore.tree import Tree


class Kind(Enum):
    """In which way a page is not as it should be."""

    STALE = "stale"
    """Another body, status or target, in at least one coding."""

    MISSING = "missing"
    """Nothing there, though there should be."""

    EXTRA = "extra"
    """There, though nothing should be."""

    TORN = "torn"
    """A file is missing or does not decode."""

    UNKNOWN = "unknown"
    """What should be there cannot be made."""


@dataclass(frozen=True)
class Difference:
    """A page that is not as it should be."""

    address: str
    kind: Kind


def differences(tree: Tree, truth: Tree) -> Iterator[Difference]:
    """Return each address where a reader of the tree gets something else than the truth.

    Bodies are compared as they are decoded from every coding, so compressing harder makes no
    difference. Takes two readings a page and no memory that grows with the tree.
    """
    for address in truth.addresses():
        should = truth.read(address)
        kind = difference(tree, address, should) if should else None
        if kind is not None:
            yield Difference(address, kind)
    for address in tree.addresses():
        if not truth.statuses(address):
            yield Difference(address, Kind.EXTRA)


def difference(tree: Tree, address: str, should: Page | None) -> Kind | None:
    """Return in which way the page at an address is not as it should be, if in any.

    ``should`` is the page that should be there, None when nothing should.
    """
    statuses = tree.statuses(address)
    if should is None:
        return Kind.EXTRA if statuses else None
    if not statuses:
        return Kind.MISSING
    if statuses != [should.status]:
        return Kind.STALE
    try:
        bodies = tree.bodies(address, should.status)
    except Torn:
        return Kind.TORN
    if None in bodies:
        return Kind.TORN
    body = f"{should.location}\n".encode() if should.status == 301 else should.body
    return None if set(bodies) == {body} else Kind.STALE
