"""Counts how often the tree changed, in eight bytes that every process maps into its memory."""

from __future__ import annotations

import fcntl
import mmap
import os
import struct
from pathlib import Path

_COUNTER = struct.Struct("<Q")
ANOTHER = 1 << 48


class Generation:
    """The counter; whoever holds pages in memory empties it when the number changes."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._map: mmap.mmap | None = None
        self._file = 0
        self._files = 0

    def read(self) -> int:
        """Return the number; 0 as long as nothing was stored."""
        if self._map is None:
            self._map = self._mapped()
            if self._map is None:
                return 0
        return int(_COUNTER.unpack_from(self._map)[0]) + self._files

    def look_again(self) -> None:
        """Find the counter when somebody threw it away and another one was made.

        To be called now and then. Numbers of another counter are never those of one before.
        """
        try:
            present = self._path.stat().st_ino
        except FileNotFoundError:
            return
        if self._map is not None and present != self._file:
            self._map = None
            self._files += ANOTHER

    def make(self) -> None:
        """Make the file if it is missing, so that bumping needs no room on a full disk."""
        if self.read() == 0 and self._map is None:
            self.bump()

    def bump(self) -> int:
        """Raise the number by one and return it; raises OSError when it cannot be written."""
        descriptor = os.open(self._path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o644)
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX)
            if os.fstat(descriptor).st_size < _COUNTER.size:
                os.ftruncate(descriptor, _COUNTER.size)
            (number,) = _COUNTER.unpack(os.pread(descriptor, _COUNTER.size, 0))
            os.pwrite(descriptor, _COUNTER.pack(number + 1), 0)
        finally:
            os.close(descriptor)
        return int(number) + 1

    def _mapped(self) -> mmap.mmap | None:
        # Readers need no right to write: the first bump makes the file.
        try:
            with self._path.open("rb") as file:
                self._file = os.fstat(file.fileno()).st_ino
                return mmap.mmap(file.fileno(), _COUNTER.size, access=mmap.ACCESS_READ)
        except (FileNotFoundError, ValueError):
            return None
