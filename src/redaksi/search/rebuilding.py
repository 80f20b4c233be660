"""Remembers how far the index is, so that making it anew goes on where it was stopped."""

from __future__ import annotations

from django.db import connection

_CREATE = "CREATE TABLE IF NOT EXISTS search_rebuild (after_key BIGINT NOT NULL)"


def create() -> None:
    """Make the table where it is not there."""
    with connection.cursor() as cursor:
        cursor.execute(_CREATE)


def drop() -> None:
    """Take the table away."""
    with connection.cursor() as cursor:
        cursor.execute("DROP TABLE IF EXISTS search_rebuild")


def reached() -> int | None:
    """Return the key up to which a rebuild has come; None when none is under way."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT after_key FROM search_rebuild")
        row = cursor.fetchone()
    return None if row is None else int(row[0])


def reach(key: int) -> None:
    """Take down that everything up to a key is done, in the transaction that did it."""
    finish()
    with connection.cursor() as cursor:
        cursor.execute("INSERT INTO search_rebuild (after_key) VALUES (%s)", [key])


def finish() -> None:
    """Take down that the whole index is made."""
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM search_rebuild")
