"""Knows which SQLite is safe for several processes, and keeps its statistics fresh."""

from __future__ import annotations

from redaksi.cli.exits import CommandFailed, Exit
from redaksi.instance.language import gettext as _

FIRST_SAFE = (3, 51, 3)
"""The first version without the WAL-reset bug, which damages a database that two
connections write and checkpoint at the same moment."""

#: Look at every table, and analyse a sample of those that changed much since the last time.
OPTIMIZE = "PRAGMA optimize=0x10012"


def is_safe(version: tuple[int, ...]) -> bool:
    """Whether several processes may use a database with this version."""
    return version >= FIRST_SAFE


def version_in_use() -> tuple[int, ...] | None:
    """Return the version of the SQLite that Django uses; None with another database."""
    from django.db import connection

    if connection.vendor != "sqlite":
        return None
    with connection.cursor() as cursor:
        cursor.execute("SELECT sqlite_version()")
        (version,) = cursor.fetchone()
    return tuple(int(part) for part in version.split("."))


def advice(version: tuple[int, ...]) -> str:
    """Return the sentence for a version that is not safe."""
    message = _(
        "SQLite {version} may damage the database (its WAL-reset bug, mended in {safe}); "
        "install the package pysqlite3 0.6.1 or later."
    )
    return message.format(version=written(version), safe=written(FIRST_SAFE))


def require_safe(version: tuple[int, ...] | None) -> None:
    """Raise CommandFailed when several processes must not use this SQLite."""
    if version is not None and not is_safe(version):
        raise CommandFailed(advice(version), Exit.UNSAFE_SQLITE)


def written(version: tuple[int, ...]) -> str:
    """Return the version as people write it."""
    return ".".join(str(part) for part in version)


def refresh_statistics() -> None:
    """Let SQLite count what lies in its tables, so that it chooses the right index.

    Without these numbers the history of one story is looked for in the log of all stories. Other
    databases count for themselves. Takes milliseconds unless much has changed; meant to be called
    at the start and every hour, outside a transaction.

    Raises:
        OperationalError: if the database is busy for longer than the connection waits.
    """
    from django.db import connection

    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute(OPTIMIZE)
