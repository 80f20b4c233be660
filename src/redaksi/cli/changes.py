"""Tells whether the database was written to, so that nobody asks it again and again for nothing."""

from __future__ import annotations

import time
from typing import Any

#: So long at most nobody asks, whatever the number says.
SECONDS_OF_TRUST = 1.0
#: Where the database does not tell, it is asked so often.
SECONDS_BETWEEN_GUESSES = 0.08


class Changes:
    """What was written since the last look; to be used by one thread.

    It has a connection of its own, which nothing else closes or writes through: SQLite's number
    (``PRAGMA data_version``, microseconds) means something only within one connection.
    """

    def __init__(self) -> None:
        self._connection: Any = None
        self._version: int | None = None
        self._believed_until = 0.0

    def have_come(self) -> bool:
        """Return whether anything may have been written since the last call.

        Databases other than SQLite do not tell: there it is so after ``SECONDS_BETWEEN_GUESSES``.

        Raises:
            OperationalError, InterfaceError: if the database does not answer.
        """
        from django.db import connection

        before, now = self._version, time.monotonic()
        does_tell = connection.vendor == "sqlite"
        if does_tell:
            self._version = self._present()
        if before == self._version and now < self._believed_until:
            return False
        self._believed_until = now + (SECONDS_OF_TRUST if does_tell else SECONDS_BETWEEN_GUESSES)
        return True

    def close(self) -> None:
        """Close the connection."""
        if self._connection is not None:
            self._connection.close()

    def _present(self) -> int:
        from django.db import connections

        if self._connection is None:
            self._connection = connections.create_connection("default")
        with self._connection.cursor() as cursor:
            cursor.execute("PRAGMA data_version")
            (version,) = cursor.fetchone()
        return int(version)
