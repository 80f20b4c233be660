"""Says in one exception why the store cannot be written."""

from __future__ import annotations

import errno
import os
from collections.abc import Iterator
from contextlib import contextmanager
from enum import Enum
from pathlib import Path

from pysqlite3 import dbapi2 as sqlite3


class Reason(Enum):
    """Why nothing could be written; the value is a sentence for a person."""

    FULL = "The disk is full."
    READ_ONLY = "The folder is on a disk that can only be read."
    REFUSED = "The user of this process may not write there."
    BUSY = "Another process has been writing for too long."
    DAMAGED = "The index of pages is damaged."
    OTHER = "Writing failed."


class StoreUnwritable(Exception):
    """The page store cannot be written; stored pages are as they were and still served.

    ``reason`` and ``path`` are for a message in the reader's language; the cause is the
    OSError, or SQLite's error when it was the index.
    """

    def __init__(self, reason: Reason, path: Path) -> None:
        super().__init__(f"Pages cannot be stored in {path}. {reason.value}")
        self.reason = reason
        self.path = path

    def __reduce__(self) -> tuple[type[StoreUnwritable], tuple[Reason, Path]]:
        """Let it pass from one process to another."""
        return StoreUnwritable, (self.reason, self.path)


_BY_NUMBER = {
    errno.ENOSPC: Reason.FULL,
    errno.EDQUOT: Reason.FULL,
    errno.EROFS: Reason.READ_ONLY,
    errno.EACCES: Reason.REFUSED,
    errno.EPERM: Reason.REFUSED,
}
_BY_WORDS = {
    "is full": Reason.FULL,
    "readonly": Reason.READ_ONLY,
    "unable to open": Reason.REFUSED,
    "locked": Reason.BUSY,
    "malformed": Reason.DAMAGED,
    "not a database": Reason.DAMAGED,
}


@contextmanager
def clear_trouble(path: Path) -> Iterator[None]:
    """Raise StoreUnwritable in place of an error of the disk or of the index inside."""
    try:
        yield
    except OSError as error:
        raise StoreUnwritable(_BY_NUMBER.get(error.errno or 0, Reason.OTHER), path) from error
    except sqlite3.DatabaseError as error:
        if isinstance(error, (sqlite3.IntegrityError, sqlite3.ProgrammingError)):
            raise
        raise StoreUnwritable(_reason_of_words(str(error), path), path) from error


def _reason_of_words(words: str, path: Path) -> Reason:
    # SQLite says only that it cannot open its files there.
    if os.statvfs(path.parent).f_flag & os.ST_RDONLY:
        return Reason.READ_ONLY
    found = (reason for part, reason in _BY_WORDS.items() if part in words)
    return next(found, Reason.OTHER)
