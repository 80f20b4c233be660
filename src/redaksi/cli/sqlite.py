"""Knows which SQLite is safe for several processes, and keeps its statistics fresh."""

from __future__ import annotations

from redaksi.cli.exits import CommandFailed, Exit
from redaksi.instance.language import gettext as _

FIRST_SAFE = (3, 51, 3)
"""The first version without the WAL-reset bug, which damages a database that two
connections write and checkpoint at the same moment."""

#: Count a sample of the log of all stories. Of other tables SQLite must know nothing: with numbers
#: it would sort the whole archive for the newsroom's list, whose indexes are made for a walk.
COUNTING = ("PRAGMA analysis_limit=1000", "ANALYZE wagtailcore_modellogentry")


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
    """Let SQLite count what lies in the log, so that it finds the history of one story at once.

    Without these numbers it walks through the log of all stories. Other databases count for
    themselves. Takes milliseconds; meant to be called at the start and every hour.

    Raises:
        OperationalError: if the database is busy for longer than the connection waits.
    """
    from django.db import connection

    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            for statement in COUNTING:
                cursor.execute(statement)
