"""Records in the index what the store puts and removes, before and after the files."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from redaksi.pagestore.database import Connection
from redaksi.pagestore.page import Page, name_of_tag
from redaksi.pagestore.wishes import ORDINARY, want_address


@dataclass(frozen=True)
class Record:
    """The index's row of a page."""

    id: int
    digest: bytes | None
    modified: int
    seen: int


def record_of(connection: Connection, address: str) -> Record | None:
    """Return the row of an address, None when it is not known."""
    row = connection.execute(
        "SELECT id, digest, modified, seen FROM page WHERE address = ?", (address,)
    ).fetchone()
    return Record(*row) if row else None


def is_outdated(record: Record | None, seen: int | None) -> bool:
    """Whether the stored page was made from later facts than those of the moment ``seen``."""
    return record is not None and seen is not None and record.seen > seen


def has_tags(connection: Connection, record: Record, page: Page) -> bool:
    """Whether the page's tags are recorded as they are."""
    return set(_tags(connection, record.id)) == page.all_tags


def begin(connection: Connection, page: Page, seen: int | None, ticket: int) -> Record:
    """Record a page whose files are about to change: it counts as half new, and is wanted."""
    want_if_not_wanted(connection, page.address, ticket)
    connection.execute(
        "UPDATE page SET status = ?, digest = NULL, best = 0, seen = max(seen, ?) "
        "WHERE address = ?",
        (page.status, seen or 0, page.address),
    )
    record = record_of(connection, page.address)
    assert record is not None
    return record


def begin_removing(
    connection: Connection, address: str, seen: int | None, modified: int, ticket: int
) -> Record:
    """Record that a page's files are about to go."""
    want_if_not_wanted(connection, address, ticket)
    connection.execute(
        "UPDATE page SET digest = NULL, seen = max(seen, ?), modified = max(modified, ?) "
        "WHERE address = ?",
        (seen or 0, modified, address),
    )
    record = record_of(connection, address)
    assert record is not None
    return record


def want_if_not_wanted(connection: Connection, address: str, ticket: int) -> None:
    """Want the page with this ticket unless somebody wants it already."""
    record = record_of(connection, address)
    wish = "SELECT 1 FROM wish WHERE page = ?"
    if record is None or connection.execute(wish, (record.id,)).fetchone() is None:
        want_address(connection, address, ORDINARY, ticket)


def set_tags(connection: Connection, record: Record, tags: Iterable[str]) -> set[str]:
    """Give a page its tags in place of those it had; return those it lost."""
    wanted, had = set(tags), set(_tags(connection, record.id))
    new = wanted - had
    connection.executemany("INSERT OR IGNORE INTO tag (name) VALUES (?)", [(tag,) for tag in new])
    connection.executemany(
        "INSERT INTO page_tag (tag, page) SELECT id, ? FROM tag WHERE name = ?",
        [(record.id, tag) for tag in new],
    )
    connection.executemany(
        "DELETE FROM page_tag WHERE page = ? AND tag = (SELECT id FROM tag WHERE name = ?)",
        [(record.id, tag) for tag in had - wanted],
    )
    return had - wanted


def mark_seen(connection: Connection, record: Record, seen: int | None) -> None:
    """Record that an unchanged page was made from the facts of this moment."""
    connection.execute("UPDATE page SET seen = max(seen, ?) WHERE id = ?", (seen or 0, record.id))


def settle(
    connection: Connection, record: Record, digest: bytes, modified: int, ticket: int
) -> None:
    """Record that a page's files are in place, and take back the wish that this put made."""
    connection.execute(
        "UPDATE page SET digest = ?, modified = ? WHERE id = ?", (digest, modified, record.id)
    )
    connection.execute("DELETE FROM wish WHERE page = ? AND ticket = ?", (record.id, ticket))


def settle_removed(connection: Connection, record: Record, ticket: int) -> None:
    """Record that nothing is stored any more; times stay, so that no entity tag comes back."""
    connection.execute("UPDATE page SET status = 0 WHERE id = ?", (record.id,))
    connection.execute("DELETE FROM wish WHERE page = ? AND ticket = ?", (record.id, ticket))


def files_no_page_shows(connection: Connection, tags: Iterable[str]) -> list[str]:
    """Return the names in the tree of those tags' files that no page carries."""
    return [name for tag in tags if (name := name_of_tag(tag)) and not is_carried(connection, tag)]


def is_carried(connection: Connection, tag: str) -> bool:
    """Whether a page carries the tag."""
    query = "SELECT 1 FROM page_tag WHERE tag = (SELECT id FROM tag WHERE name = ?) LIMIT 1"
    return connection.execute(query, (tag,)).fetchone() is not None


def unused_tags(connection: Connection) -> list[int]:
    """Return the keys of tags that no page carries."""
    query = "SELECT id FROM tag WHERE NOT EXISTS (SELECT 1 FROM page_tag WHERE tag = tag.id)"
    return [key for (key,) in connection.execute(query)]


def forget_tags(connection: Connection, keys: Iterable[int]) -> None:
    """Drop those of the tags that no page carries."""
    connection.executemany(
        "DELETE FROM tag WHERE id = ? AND NOT EXISTS (SELECT 1 FROM page_tag WHERE tag = tag.id)",
        [(key,) for key in keys],
    )


def forget_all_pages(connection: Connection) -> None:
    """Record that nothing is stored, keeping wishes and times."""
    for statement in ("DELETE FROM page_tag", "DELETE FROM tag"):
        connection.execute(statement)
    connection.execute("UPDATE page SET status = 0, digest = NULL, best = 0")


def is_settled_as(connection: Connection, address: str, digest: bytes) -> bool:
    """Whether exactly this page is recorded as whole."""
    record = record_of(connection, address)
    return record is not None and record.digest == digest


def mark_best(connection: Connection, addresses: Sequence[str]) -> None:
    """Record that pages are compressed as well as can be."""
    connection.executemany(
        "UPDATE page SET best = 1 WHERE address = ?", [(address,) for address in addresses]
    )


def _tags(connection: Connection, page: int) -> list[str]:
    rows = connection.execute(
        "SELECT tag.name FROM page_tag JOIN tag ON tag.id = page_tag.tag WHERE page_tag.page = ?",
        (page,),
    )
    return [row[0] for row in rows]
