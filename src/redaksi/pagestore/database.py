"""Opens the index's database for as many processes and threads as want it."""

from __future__ import annotations

import os
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from pysqlite3 import dbapi2 as sqlite3

SCHEMA_VERSION = 1
PATIENCE = 30.0
"""Seconds that one process waits for another's transaction."""

# Rows are small because there are a million pages with ten tags each: about 600 MB.
SCHEMA = """
CREATE TABLE page (
    id INTEGER PRIMARY KEY,
    address TEXT NOT NULL UNIQUE,
    status INTEGER NOT NULL DEFAULT 0, -- 0: nothing is stored
    digest BLOB, -- NULL: what lies in the tree is not known to be whole and new
    modified INTEGER NOT NULL DEFAULT 0,
    seen INTEGER NOT NULL DEFAULT 0,
    best INTEGER NOT NULL DEFAULT 0
);
CREATE INDEX page_unsettled ON page (id) WHERE digest IS NULL AND status > 0;
CREATE INDEX page_quick ON page (modified) WHERE best = 0 AND status IN (200, 410);
CREATE TABLE tag (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE);
CREATE TABLE page_tag (
    tag INTEGER NOT NULL, page INTEGER NOT NULL, PRIMARY KEY (tag, page)
) WITHOUT ROWID;
CREATE INDEX page_tag_page ON page_tag (page);
CREATE TABLE wish (
    page INTEGER PRIMARY KEY,
    urgency INTEGER NOT NULL,
    since INTEGER NOT NULL,
    ticket INTEGER NOT NULL
);
CREATE INDEX wish_order ON wish (urgency, since, page);
CREATE TABLE clock (number INTEGER NOT NULL);
INSERT INTO clock VALUES (0);
"""

Connection = Any
"""pysqlite3 has no types; this is its Connection."""

# Closing a connection that was opened before a fork could break the parent's locks.
_of_the_parent: list[Connection] = []


class Database:
    """The index's database file; each thread of each process has its own connection."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._held = threading.local()

    @property
    def connection(self) -> Connection:
        """This thread's connection, opened at first use; raises sqlite3.OperationalError."""
        held = getattr(self._held, "connection", None)
        if held is not None and self._held.process == os.getpid():
            return held
        if held is not None:
            _of_the_parent.append(held)
        self._held.process = os.getpid()
        self._held.connection = _opened(self._path)
        return self._held.connection

    @contextmanager
    def writing(self, *, durable: bool = True) -> Iterator[Connection]:
        """Hold the one write transaction; commits at the end, takes back after an error.

        Not durable, a power cut may take it back, with all that was not durable before it.
        """
        connection = self.connection
        connection.execute(f"PRAGMA synchronous = {'FULL' if durable else 'NORMAL'}")
        connection.execute("BEGIN IMMEDIATE")
        try:
            yield connection
            connection.execute("COMMIT")
        except BaseException:
            if connection.in_transaction:
                connection.execute("ROLLBACK")
            raise

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """Show one unchanging state of the database."""
        connection = self.connection
        connection.execute("BEGIN")
        try:
            yield connection
        finally:
            connection.execute("ROLLBACK")

    def close(self) -> None:
        """Close this thread's connection; it is opened again when needed."""
        held = getattr(self._held, "connection", None)
        if held is not None and self._held.process == os.getpid():
            held.close()
            self._held.connection = None


def tick(connection: Connection) -> int:
    """Advance the clock by one within a transaction and return its new number."""
    connection.execute("UPDATE clock SET number = number + 1")
    return int(connection.execute("SELECT number FROM clock").fetchone()[0])


def _opened(path: Path) -> Connection:
    if not os.access(path.parent, os.W_OK):
        # Opened now it would stay read-only when the disk is writable again, and with it every
        # other connection of this process, for SQLite shares its index of the log among them.
        raise sqlite3.OperationalError("attempt to write a readonly database")
    connection = sqlite3.connect(str(path), timeout=PATIENCE, isolation_level=None)
    if _version(connection) != SCHEMA_VERSION:
        connection.execute("PRAGMA journal_mode = WAL")
        _make_tables(connection)
    return connection


def _version(connection: Connection) -> int:
    return int(connection.execute("PRAGMA user_version").fetchone()[0])


def _make_tables(connection: Connection) -> None:
    connection.execute("BEGIN IMMEDIATE")
    # Two processes may come here at once on the first start.
    if _version(connection) == 0:
        for statement in SCHEMA.split(";\n"):
            connection.execute(statement)
        connection.execute(f"PRAGMA user_version = {SCHEMA_VERSION}")
    connection.execute("COMMIT")
