"""Keeps which pages are wanted anew, most urgent first, a hundred wishes for a page as one."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from redaksi.pagestore.database import Connection, tick

ORDINARY = 50
"""The urgency of pages that nothing is said about; lower numbers come first."""

Urgency = int | Mapping[str, int]

# A page that is wanted already stays one wish, with the more urgent of both.
_WANT_ADDRESS = """
INSERT INTO wish (page, urgency, since, ticket)
SELECT id, ?2, ?3, ?3 FROM page WHERE address = ?1
ON CONFLICT (page) DO UPDATE
SET ticket = excluded.ticket, urgency = min(urgency, excluded.urgency)
"""
_WANT_TAGGED = """
INSERT INTO wish (page, urgency, since, ticket)
SELECT page, ?2, ?3, ?3 FROM page_tag WHERE tag = (SELECT id FROM tag WHERE name = ?1)
ON CONFLICT (page) DO UPDATE
SET ticket = excluded.ticket, urgency = min(urgency, excluded.urgency)
"""
_WANT_UNSETTLED = """
INSERT INTO wish (page, urgency, since, ticket)
SELECT id, ?1, ?2, ?2 FROM page WHERE digest IS NULL AND status > 0
ON CONFLICT (page) DO UPDATE
SET ticket = excluded.ticket, urgency = min(urgency, excluded.urgency)
"""


@dataclass(frozen=True)
class Wanted:
    """A page that is wanted, and the last time somebody wanted it."""

    address: str
    ticket: int
    urgency: int = ORDINARY


def want(
    connection: Connection, tags: Iterable[str], addresses: Iterable[str], urgency: Urgency
) -> int:
    """Want every page with a tag and every address, within a transaction; return how many.

    Of addresses that are equally urgent the first named are made first: neighbours are made
    together, from facts that were read together.
    """
    ticket = tick(connection)
    urgencies = urgency if isinstance(urgency, Mapping) else {}
    ordinary = ORDINARY if isinstance(urgency, Mapping) else urgency
    for tag in set(tags):
        connection.execute(_WANT_TAGGED, (tag, urgencies.get(tag, ordinary), ticket))
    for address in dict.fromkeys(addresses):
        want_address(connection, address, urgencies.get(address, ordinary), ticket)
    _hurry(connection, urgencies, ticket)
    return _count_of(connection, ticket)


def want_address(connection: Connection, address: str, urgency: int, ticket: int) -> None:
    """Want one page, known or not."""
    connection.execute("INSERT OR IGNORE INTO page (address) VALUES (?)", (address,))
    connection.execute(_WANT_ADDRESS, (address, urgency, ticket))


def want_unsettled(connection: Connection) -> int:
    """Want every stored page that may not be whole; return how many."""
    ticket = tick(connection)
    connection.execute(_WANT_UNSETTLED, (ORDINARY, ticket))
    return _count_of(connection, ticket)


def wanted(connection: Connection, limit: int) -> list[Wanted]:
    """Return the next pages by urgency, then by when they were first wanted."""
    rows = connection.execute(
        "SELECT address, ticket, urgency FROM wish JOIN page ON page.id = wish.page "
        "ORDER BY urgency, since, page LIMIT ?",
        (limit,),
    )
    return [Wanted(*row) for row in rows]


def done(connection: Connection, wishes: Iterable[Wanted]) -> int:
    """Forget wishes that nobody repeated since they were read; return how many."""
    cleared = 0
    for wish in wishes:
        cleared += connection.execute(
            "DELETE FROM wish WHERE page = (SELECT id FROM page WHERE address = ?) AND ticket = ?",
            (wish.address, wish.ticket),
        ).rowcount
        connection.execute(
            # A row that was only ever a wish; one that was looked at keeps when that was.
            "DELETE FROM page WHERE address = ? AND status = 0 AND modified = 0 AND seen = 0 "
            "AND id NOT IN (SELECT page FROM wish) AND id NOT IN (SELECT page FROM page_tag)",
            (wish.address,),
        )
    return cleared


def postpone(connection: Connection, wishes: Iterable[Wanted], urgency: int) -> None:
    """Put wishes behind all others of an urgency, unless somebody repeated them."""
    since = tick(connection)
    connection.executemany(
        "UPDATE wish SET urgency = ?, since = ? "
        "WHERE page = (SELECT id FROM page WHERE address = ?) AND ticket = ?",
        [(urgency, since, wish.address, wish.ticket) for wish in wishes],
    )


def bring_forward(connection: Connection, postponed: int, urgency: int) -> int:
    """Put wishes of an urgency, or of less, among those of another; return how many."""
    changed = connection.execute(
        "UPDATE wish SET urgency = ? WHERE urgency >= ?", (urgency, postponed)
    )
    return int(changed.rowcount)


def _hurry(connection: Connection, urgencies: Mapping[str, int], ticket: int) -> None:
    connection.executemany(
        "UPDATE wish SET urgency = min(urgency, ?) "
        "WHERE page = (SELECT id FROM page WHERE address = ?) AND ticket = ?",
        [(urgency, name, ticket) for name, urgency in urgencies.items() if name[:1] == "/"],
    )


def _count_of(connection: Connection, ticket: int) -> int:
    row = connection.execute("SELECT count(*) FROM wish WHERE ticket = ?", (ticket,)).fetchone()
    return int(row[0])
