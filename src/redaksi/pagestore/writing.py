"""Puts files in place together: whole, in an order that leaves no gap, safe from power cuts."""

# Paths as strings cost a bulk press a third of what Path objects do.
# ruff: noqa: PTH102, PTH105, PTH108, PTH112, PTH120

from __future__ import annotations

import os
import secrets
import shutil
from collections.abc import Iterable
from contextlib import suppress
from itertools import count
from pathlib import Path
from types import TracebackType

from redaksi.pagestore.syncing import sync_all

TEMPORARY = ".tmp-"


class Batch:
    """Files that are written beside their places, then moved there at once.

    Left without ``commit``, nothing in the tree has changed and no temporary file stays.
    """

    def __init__(self, tree: Path) -> None:
        self._tree = tree
        self._temporary: dict[str, str] = {}
        self._folders: set[str] = set()
        self._mark = secrets.token_hex(8)
        self._number = count()

    def __enter__(self) -> Batch:
        """Begin."""
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Remove what was not moved into place."""
        for temporary in self._temporary.values():
            with suppress(FileNotFoundError):
                os.unlink(temporary)

    def write(self, name: str, data: bytes, modified: int) -> None:
        """Write a file's new bytes; its time of modification in whole seconds."""
        temporary = self._beside(name)
        descriptor = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o644)
        with os.fdopen(descriptor, "wb") as file:
            file.write(data)
            file.flush()
            os.utime(descriptor, (modified, modified))

    def link(self, name: str, source: str) -> None:
        """Have a file under another name too, or a copy where the disk is another one."""
        temporary = self._beside(name)
        try:
            os.link(source, temporary)
        except FileExistsError:
            raise
        except OSError:
            # Another file system, one without hard links, or too many of them.
            shutil.copy2(source, temporary)

    def commit(self, *, then_remove: Iterable[str] = ()) -> list[str]:
        """Move the files into place, then remove others; return the names that were there."""
        sync_all(self._temporary.values(), self._tree)
        for path, temporary in list(self._temporary.items()):
            os.replace(temporary, path)
            del self._temporary[path]
        self._sync_folders()
        removed = [name for name in then_remove if self._remove(name)]
        self._sync_folders()
        return removed

    def _beside(self, name: str) -> str:
        path = f"{self._tree}/{name}"
        folder = os.path.dirname(path)
        if folder not in self._folders:
            self._make_folder(folder)
            self._folders.add(folder)
        temporary = f"{folder}/{TEMPORARY}{self._mark}-{next(self._number)}"
        self._temporary[path] = temporary
        return temporary

    def _make_folder(self, folder: str) -> None:
        if not os.path.isdir(folder):
            self._make_folder(os.path.dirname(folder))
            with suppress(FileExistsError):
                os.mkdir(folder)
            # The name of a new folder lies in the one above.
            self._folders.add(os.path.dirname(folder))

    def _remove(self, name: str) -> bool:
        path = f"{self._tree}/{name}"
        try:
            os.unlink(path)
        except (FileNotFoundError, NotADirectoryError):
            return False
        self._folders.add(os.path.dirname(path))
        return True

    def _sync_folders(self) -> None:
        sync_all(self._folders, self._tree)
        self._folders.clear()
