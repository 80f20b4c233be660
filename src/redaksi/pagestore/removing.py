"""Takes pages away: records that they go, removes their files, records that they are gone."""

from __future__ import annotations

from collections.abc import Iterable

from redaksi.pagestore import records
from redaksi.pagestore.addresses import page_name
from redaksi.pagestore.database import Connection, Database, tick
from redaksi.pagestore.page import STATUSES
from redaksi.pagestore.records import Record
from redaksi.pagestore.tree import Tree, names_of_files


class Removing:
    """One call of ``PageStore.remove``."""

    def __init__(self, tree: Tree, addresses: Iterable[str], *, seen: int | None):
        self._tree = tree
        self._seen = seen
        self._names = {address: page_name(address) for address in addresses}
        self._records: dict[str, Record] = {}
        self._unshown: list[str] = []
        self._ticket = 0

    def begin(self, database: Database) -> None:
        """Record durably which pages go, and that they are wanted until they have."""
        with database.writing() as connection:
            self._ticket = tick(connection)
            lost = {tag for address in self._names for tag in self._begin(connection, address)}
            self._unshown = records.files_no_page_shows(connection, sorted(lost))

    @property
    def removals(self) -> list[str]:
        """The names of the files that have to go."""
        pages = [file for address in self._records for file in self._files_of(address)]
        return pages + self._unshown

    def there(self) -> list[str]:
        """Return the addresses that readers get something at."""
        return [address for address in self._records if self._tree.statuses(address)]

    def settle(self, database: Database) -> None:
        """Record that the files are gone."""
        with database.writing(durable=False) as connection:
            for record in self._records.values():
                records.settle_removed(connection, record, self._ticket)

    def _begin(self, connection: Connection, address: str) -> set[str]:
        record = records.record_of(connection, address)
        if records.is_outdated(record, self._seen):
            return set()
        # A page that never was is remembered only so that it cannot come back from older facts.
        if record is None and self._seen is None and not self._tree.statuses(address):
            return set()
        modified = self._tree.modified(self._names[address])
        record = records.begin_removing(connection, address, self._seen, modified, self._ticket)
        self._records[address] = record
        return records.set_tags(connection, record, ())

    def _files_of(self, address: str) -> list[str]:
        name = self._names[address]
        return [file for status in STATUSES for file in names_of_files(name, status)]
