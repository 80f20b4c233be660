"""What is known about pages: their tags, and which of them are wanted anew."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from redaksi.pagestore import wishes
from redaksi.pagestore.addresses import page_name
from redaksi.pagestore.database import Connection, Database
from redaksi.pagestore.trouble import clear_trouble
from redaksi.pagestore.wishes import ORDINARY, Urgency, Wanted


class Index:
    """The index of one store; several processes and threads use it at once.

    Its methods raise StoreUnwritable when the index cannot be opened or written.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self.database = Database(path)

    def want(
        self,
        *,
        tags: Iterable[str] = (),
        addresses: Iterable[str] = (),
        urgency: Urgency = ORDINARY,
    ) -> int:
        """Want every page that carries a tag and every page at an address; return how many.

        The urgency is a number, lower is sooner, or one for some of the tags and addresses:
        an address's counts when its page is found by a tag, too. A page that is wanted already
        keeps its place, or gets a better one. Raises BadAddress.
        """
        addresses = list(addresses)
        for address in addresses:
            page_name(address)
        with self._writing() as connection:
            return wishes.want(connection, tags, addresses, urgency)

    def want_unsettled(self) -> int:
        """Want stored pages that a crash, or ``put`` without durability, may have left half new."""
        with self._writing() as connection:
            return wishes.want_unsettled(connection)

    def wanted(self, limit: int) -> list[Wanted]:
        """Return the next wanted pages: the most urgent, then the first wanted."""
        with self._reading() as connection:
            return wishes.wanted(connection, limit)

    def done(self, *wanted: Wanted) -> int:
        """Forget these wishes, except where the page was wanted again; return how many went."""
        with self._writing() as connection:
            return wishes.done(connection, wanted)

    def postpone(self, *wanted: Wanted, urgency: int) -> None:
        """Put pages that could not be made behind all others of an urgency."""
        with self._writing() as connection:
            wishes.postpone(connection, wanted, urgency)

    def bring_forward(self, postponed: int, *, urgency: int) -> int:
        """Put pages that were postponed among those of an urgency again; return how many."""
        with self._writing() as connection:
            return wishes.bring_forward(connection, postponed, urgency)

    def wanted_count(self) -> int:
        """Return how many pages are wanted."""
        return self._number("SELECT count(*) FROM wish")

    def clock(self) -> int:
        """Return a number that grows with every wish.

        Read it before reading what a page is made of, and give it to ``PageStore.put`` as
        ``seen``: what was made from older facts then never replaces newer.
        """
        return self._number("SELECT number FROM clock")

    def count(self) -> int:
        """Return how many pages are stored, of any status."""
        return self._number("SELECT count(*) FROM page WHERE status > 0")

    def tags_of(self, address: str) -> frozenset[str]:
        """Return a page's tags, those of its files included; none for an unknown page."""
        return frozenset(
            self._column(
                "SELECT tag.name FROM page JOIN page_tag ON page_tag.page = page.id "
                "JOIN tag ON tag.id = page_tag.tag WHERE page.address = ?",
                address,
            )
        )

    def addresses_with(self, tag: str) -> list[str]:
        """Return the addresses of the pages that carry a tag, sorted."""
        return self._column(
            "SELECT page.address FROM tag JOIN page_tag ON page_tag.tag = tag.id "
            "JOIN page ON page.id = page_tag.page WHERE tag.name = ? ORDER BY page.address",
            tag,
        )

    def count_with(self, tag: str) -> int:
        """Return how many pages carry a tag."""
        return self._number(
            "SELECT count(*) FROM page_tag WHERE tag = (SELECT id FROM tag WHERE name = ?)", tag
        )

    def quickly_coded(self, limit: int, *, before: int) -> list[str]:
        """Return pages not compressed as well as can be and unchanged since a time in seconds."""
        return self._column(
            "SELECT address FROM page WHERE best = 0 AND status IN (200, 410) "
            "AND modified < ? AND digest IS NOT NULL ORDER BY modified LIMIT ?",
            before,
            limit,
        )

    def close(self) -> None:
        """Close this thread's connection."""
        self.database.close()

    def _number(self, query: str, *values: object) -> int:
        with self._reading() as connection:
            return int(connection.execute(query, values).fetchone()[0])

    def _column(self, query: str, *values: object) -> list[str]:
        with self._reading() as connection:
            return [row[0] for row in connection.execute(query, values)]

    @contextmanager
    def _reading(self) -> Iterator[Connection]:
        with clear_trouble(self._path), self.database.reading() as connection:
            yield connection

    @contextmanager
    def _writing(self) -> Iterator[Connection]:
        with clear_trouble(self._path), self.database.writing() as connection:
            yield connection
