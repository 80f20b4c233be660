"""Puts pages: records that they change, moves their files into place, records that they are there.

Killed at any moment, a page is old or new for readers and still wanted for the press.
"""

from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from redaksi.pagestore import records
from redaksi.pagestore.addresses import name_with_status, page_name
from redaksi.pagestore.coding import Coded, coded
from redaksi.pagestore.database import Connection, Database, tick
from redaksi.pagestore.page import Page
from redaksi.pagestore.records import Record
from redaksi.pagestore.releasing import release
from redaksi.pagestore.tree import Tree, names_of_files
from redaksi.pagestore.writing import Batch


@dataclass(frozen=True)
class Change:
    """A page that is about to be written."""

    page: Page
    record: Record
    modified: int
    others: list[str]
    """Files of other statuses, which have to go."""


class Putting:
    """One call of ``PageStore.put``."""

    def __init__(self, tree: Tree, pages: Sequence[Page], *, seen: int | None):
        self._tree = tree
        self._seen = seen
        self._pages = {page.address: page for page in pages}
        self._names = {address: page_name(address) for address in self._pages}
        self._digests = {address: page.digest for address, page in self._pages.items()}
        self._releases = {address: page.releases for address, page in self._pages.items()}
        self._coded: dict[str, Coded] = {}
        self._changes: list[Change] = []
        self._unshown: list[str] = []
        self._ticket = 0

    def prepare(self, database: Database) -> bool:
        """Find what there is to do and compress it, holding nobody up; False for nothing."""
        with database.reading() as connection:
            todo = [page for page in self._pages.values() if not self._is_done(connection, page)]
            changing = [page for page in todo if not self._is_stored(connection, page)]
        self._pages = {page.address: page for page in todo}
        self._releases = {page.address: self._releases[page.address] for page in todo}
        for page in changing:
            self._code(page)
        return bool(todo)

    def begin(self, database: Database) -> None:
        """Record durably which pages change, and that they are wanted until they have."""
        with database.writing() as connection:
            self._ticket = tick(connection)
            lost = {tag for page in self._pages.values() for tag in self._begin(connection, page)}
            self._unshown = records.files_no_page_shows(connection, sorted(lost))

    def fill(self, batch: Batch, private_root: Path | None) -> None:
        """Write the files beside their places."""
        if private_root is not None:
            names = {
                name: private for page in self._releases.values() for name, private in page.items()
            }
            release(self._tree.folder, batch, names, private_root)
        for change in self._changes:
            self._write(batch, change)

    @property
    def moves(self) -> bool:
        """Whether readers get anything else afterwards."""
        return bool(self._changes or self._unshown)

    @property
    def removals(self) -> list[str]:
        """The names of files that have to go once the new ones are there."""
        others = [file for change in self._changes for file in change.others]
        return others + self._unshown

    def settle(self, database: Database) -> list[str]:
        """Record that the files are in place; return the addresses that changed."""
        if self._changes:
            # Lost in a power cut, the page is still wanted: it is only written once more.
            with database.writing(durable=False) as connection:
                for change in self._changes:
                    digest = self._digests[change.page.address]
                    records.settle(connection, change.record, digest, change.modified, self._ticket)
        return [change.page.address for change in self._changes]

    def _is_stored(self, connection: Connection, page: Page) -> bool:
        digest = self._digests[page.address]
        settled = records.is_settled_as(connection, page.address, digest)
        return settled and self._tree.is_whole(page)

    def _is_done(self, connection: Connection, page: Page) -> bool:
        record = records.record_of(connection, page.address)
        if record is None:
            return False
        if records.is_outdated(record, self._seen):
            return True
        newer = self._seen is not None and record.seen < self._seen
        return (
            not newer
            and self._is_stored(connection, page)
            and records.has_tags(connection, record, page)
        )

    def _begin(self, connection: Connection, page: Page) -> set[str]:
        record = records.record_of(connection, page.address)
        if records.is_outdated(record, self._seen):
            del self._releases[page.address]
            return set()
        if record is not None and self._is_stored(connection, page):
            records.mark_seen(connection, record, self._seen)
            return records.set_tags(connection, record, page.all_tags)
        record = records.begin(connection, page, self._seen, self._ticket)
        self._changes.append(self._change(page, record))
        return records.set_tags(connection, record, page.all_tags)

    def _change(self, page: Page, record: Record) -> Change:
        name = self._names[page.address]
        there = self._tree.files_of(name)
        # Entity tags are made of seconds and size: two versions must not share a second.
        last = max(record.modified, *there.values(), 0)
        ours = names_of_files(name, page.status)
        others = [file for file in there if file not in ours]
        return Change(page, record, max(int(time.time()), last + 1), others)

    def _code(self, page: Page) -> Coded:
        if page.address not in self._coded and page.status != 301:
            self._coded[page.address] = coded(page.body)
        return self._coded.get(page.address, {})

    def _write(self, batch: Batch, change: Change) -> None:
        page = change.page
        stem = name_with_status(self._names[page.address], page.status)
        if page.status == 301:
            batch.write(stem, f"{page.location}\n".encode(), change.modified)
        for ending, data in self._code(page).items():
            batch.write(stem + ending, data, change.modified)
