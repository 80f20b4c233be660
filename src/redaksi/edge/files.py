"""Reads files of the page store, and knows later whether they are still the same."""

from __future__ import annotations

import gzip
import os
from dataclasses import dataclass, replace
from stat import S_ISREG

NO_FILE = (FileNotFoundError, NotADirectoryError, IsADirectoryError)


@dataclass(frozen=True, slots=True)
class Version:
    """One version of a file, which is replaced by renaming and never written to."""

    path: str
    inode: int
    changed: int
    """When it got its name, in nanoseconds (``st_ctime_ns``): an inode may be used again."""

    size: int

    def is_present(self) -> bool:
        """Whether the file is still this one."""
        try:
            facts = os.stat(self.path)  # noqa: PTH116 - a Path takes as long as the question
        except OSError:
            return False
        present = facts.st_ino, facts.st_ctime_ns, facts.st_size
        return present == (self.inode, self.changed, self.size)


@dataclass(frozen=True, slots=True)
class Stored:
    """A file as it was when it was opened: its bytes and what its tag is made of."""

    body: bytes
    modified: int
    version: Version

    @property
    def tag(self) -> str:
        """The entity tag that nginx makes of the same file."""
        return entity_tag(self.modified, self.version.size)


def entity_tag(modified: int, size: int) -> str:
    """Return an entity tag as nginx makes it: seconds and bytes, in hexadecimal."""
    return f'"{modified:x}-{size:x}"'


def read(path: str) -> Stored | None:
    """Return a regular file's bytes and date, all of the same version; None when it is not there.

    Files are replaced by renaming, so what was opened once stays whole.
    """
    try:
        descriptor = os.open(path, os.O_RDONLY | os.O_CLOEXEC)
    except NO_FILE:
        return None
    with os.fdopen(descriptor, "rb", buffering=0) as file:
        facts = os.fstat(descriptor)
        if not S_ISREG(facts.st_mode):
            return None
        version = Version(path, facts.st_ino, facts.st_ctime_ns, facts.st_size)
        return Stored(file.read(), int(facts.st_mtime), version)


def inflated(stored: Stored) -> Stored:
    """Return what a .gz file holds, its tag and date unchanged."""
    return replace(stored, body=gzip.decompress(stored.body))
