"""Compresses stored pages once more, as well as can be, while nobody waits."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from redaksi.pagestore import records
from redaksi.pagestore.addresses import name_with_status, page_name
from redaksi.pagestore.coding import Coded, Effort, Torn, coded
from redaksi.pagestore.database import Database
from redaksi.pagestore.page import Page
from redaksi.pagestore.tree import Tree
from redaksi.pagestore.writing import Batch


@dataclass(frozen=True)
class Better:
    """A page as it was read, and its better bytes."""

    page: Page
    stem: str
    coded: Coded


class Recompressing:
    """One call of ``PageStore.recompress``."""

    def __init__(self, tree: Tree, addresses: Iterable[str]):
        self._tree = tree
        self._names = {address: page_name(address) for address in addresses}
        self._better: list[Better] = []
        self._kept: list[str] = []

    def prepare(self, database: Database) -> None:
        """Compress, holding nobody up; pages that are not known to be whole are left out."""
        for address, name in self._names.items():
            page = self._whole(database, address)
            if page is None or page.status == 301:
                continue
            stem = name_with_status(name, page.status)
            self._better.append(Better(page, stem, coded(page.body, Effort.BEST)))

    def fill(self, batch: Batch, database: Database) -> list[str]:
        """Write the files of the pages that did not change meanwhile; return the smaller ones."""
        unchanged = [better for better in self._better if _is_whole(database, better.page)]
        prepared = {better.page.address for better in self._better}
        # What is damaged is not tried again and again; pressing it anew mends it.
        damaged = [
            address
            for address in self._names
            if address not in prepared and self._whole(database, address) is None
        ]
        self._kept = [*(better.page.address for better in unchanged), *damaged]
        return [better.page.address for better in unchanged if self._write(batch, better)]

    def settle(self, database: Database) -> None:
        """Record that they need no more compressing."""
        if self._kept:
            with database.writing(durable=False) as connection:
                records.mark_best(connection, self._kept)

    def _whole(self, database: Database, address: str) -> Page | None:
        try:
            page = self._tree.read(address)
        except Torn:
            return None
        return page if page is not None and _is_whole(database, page) else None

    def _write(self, batch: Batch, better: Better) -> bool:
        smaller = False
        for ending, data in better.coded.items():
            facts = (self._tree.folder / (better.stem + ending)).stat()
            # Other bytes of the same size and time would share their entity tag with the old.
            if len(data) < facts.st_size:
                batch.write(better.stem + ending, data, int(facts.st_mtime))
                smaller = True
        return smaller


def _is_whole(database: Database, page: Page) -> bool:
    with database.reading() as connection:
        return records.is_settled_as(connection, page.address, page.digest)
