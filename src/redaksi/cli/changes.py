"""Tells whether the database was written to, so that nobody asks it again and again for nothing."""

from __future__ import annotations


class Changes:
    """What other connections wrote since the last look; each look is one thread's own."""

    def __init__(self) -> None:
        self._version: int | None = None

    def have_come(self) -> bool:
        """Return whether anything may have been written since the last call.

        SQLite tells it by a number that costs microseconds (``PRAGMA data_version``); what this
        connection wrote itself does not count. Other databases do not tell: there it is always so.

        Raises:
            OperationalError, InterfaceError: if the database does not answer.
        """
        from django.db import connection

        if connection.vendor != "sqlite":
            return True
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA data_version")
            (version,) = cursor.fetchone()
        before, self._version = self._version, version
        return bool(version != before)
