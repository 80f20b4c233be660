"""Reads the plain file tree that readers get."""

# Paths as strings cost a bulk press a third of what Path objects do.
# ruff: noqa: PTH116

from __future__ import annotations

import os
import time
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from redaksi.pagestore.addresses import PLACES, address_of, name_with_status, page_name
from redaksi.pagestore.coding import ENDINGS, decoded
from redaksi.pagestore.page import STATUSES, Page
from redaksi.pagestore.writing import TEMPORARY


def names_of_files(name: str, status: int) -> list[str]:
    """Return the names of all files of a page with a status, by its name with status 200."""
    stem = name_with_status(name, status)
    return [stem] if status == 301 else [stem + ending for ending in ENDINGS]


@dataclass(frozen=True)
class Tree:
    """The folder of the tree."""

    folder: Path

    def read(self, address: str) -> Page | None:
        """Return a page as a reader gets it, None when there is none.

        Raises BadAddress, and Torn when the file does not decode.
        """
        name = page_name(address)
        # A page that changes its status while the first look goes on is found by the second.
        return self._look(address, name) or self._look(address, name)

    def statuses(self, address: str) -> list[int]:
        """Return each status of which the page has a file; more than one only after a crash."""
        name = page_name(address)
        return [
            status
            for status in STATUSES
            if any((self.folder / file).is_file() for file in names_of_files(name, status))
        ]

    def bodies(self, address: str, status: int) -> list[bytes | None]:
        """Return the body from each of the page's files, None for one that is missing.

        Raises Torn.
        """
        names = names_of_files(page_name(address), status)
        return [self._body(file) for file in names]

    def files_of(self, name: str) -> dict[str, int]:
        """Return when each file of an address that is there was written, in whole seconds."""
        files = (file for status in STATUSES for file in names_of_files(name, status))
        found = ((file, self._modified(file)) for file in files)
        return {file: modified for file, modified in found if modified is not None}

    def modified(self, name: str) -> int:
        """Return when the newest file of an address was written, in whole seconds, or 0."""
        return max(self.files_of(name).values(), default=0)

    def time_after(self, files: Iterable[str]) -> int:
        """Return the second in which these files may be written anew: now, or later.

        Entity tags are made of seconds and size, so two versions must not share a second.
        """
        last = max((self._modified(file) or 0 for file in files), default=0)
        return max(int(time.time()), last + 1)

    def is_whole(self, page: Page) -> bool:
        """Whether each file of a page with this status is there."""
        names = names_of_files(page_name(page.address), page.status)
        return all((self.folder / file).is_file() for file in names)

    def addresses(self) -> Iterator[str]:
        """Return every address in the tree once, in no order."""
        for folder, folders, files in os.walk(self.folder):
            if folder == str(self.folder):
                folders[:] = [name for name in folders if name not in PLACES]
            start = os.path.relpath(folder, self.folder) + "/"
            yield from _addresses(start.removeprefix("./"), files)

    def left_overs(self) -> Iterator[Path]:
        """Return every temporary file."""
        for folder, _folders, files in os.walk(self.folder):
            yield from (Path(folder) / name for name in files if name.startswith(TEMPORARY))

    def _look(self, address: str, name: str) -> Page | None:
        for status in STATUSES:
            stem = name_with_status(name, status)
            body = self._body(stem if status == 301 else stem + ".gz")
            if body is None:
                continue
            if status == 301:
                return Page(address, status=301, location=body.decode("ascii").rstrip("\n"))
            return Page(address, body, status)
        return None

    def _body(self, name: str) -> bytes | None:
        try:
            data = (self.folder / name).read_bytes()
        except (FileNotFoundError, NotADirectoryError):
            return None
        ending = Path(name).suffix
        return decoded(ending, data) if ending in ENDINGS else data

    def _modified(self, name: str) -> int | None:
        try:
            return int(os.stat(f"{self.folder}/{name}").st_mtime)
        except (FileNotFoundError, NotADirectoryError):
            return None


def _addresses(start: str, files: list[str]) -> set[str]:
    stems = {_stem(start + name) for name in files}
    found = (address_of(stem) for stem in stems if stem)
    return {address for address, _status in filter(None, found)}


def _stem(name: str) -> str | None:
    if name.endswith(".301"):
        return name
    stem, dot, ending = name.rpartition(".")
    return stem if dot + ending in ENDINGS else None
