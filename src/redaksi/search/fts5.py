"""The engine inside SQLite: FTS5 tables without content, in the newspaper's own database.

What readers may see and what they may not are two tables, so that no mistake in a question can
mix them up. The row number is the place in the order of publication: the newest come first
without sorting, and a range of days is a range of rows.
"""

from __future__ import annotations

import time
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from itertools import chain
from typing import Any

from django.db import OperationalError, connection

from redaksi.search import rows
from redaksi.search.engine import Hit, Phrase, TooSlow, Wanted
from redaksi.search.entries import Entry, Traits
from redaksi.search.places import free_places

LIVE, DESK = "search_live", "search_desk"
_CREATE = """
CREATE VIRTUAL TABLE IF NOT EXISTS {table} USING fts5(
    title, text, exact, marks,
    content='', contentless_delete=1, tokenize="ascii tokenchars '=#_'"
)
"""
#: Steps of SQLite's machine between two looks at the clock.
STEPS = 5000
#: Numbers in one statement.
AT_ONCE = 500
#: Pages of an index that are merged in one step.
MERGED = 2000


class Fts5:
    """Keeps the index in SQLite (see ``redaksi.search.engine.Engine``)."""

    def create(self) -> None:
        """Make its tables where they are not there."""
        with connection.cursor() as cursor:
            cursor.execute(rows.CREATE.format(more=""))
            for table in (LIVE, DESK):
                cursor.execute(_CREATE.format(table=table))

    def drop(self) -> None:
        """Take its tables away."""
        with connection.cursor() as cursor:
            for table in (LIVE, DESK, "search_story"):
                cursor.execute(f"DROP TABLE IF EXISTS {table}")

    def put(self, entries: Sequence[Entry]) -> None:
        """Keep the entries in place of those with the same keys."""
        self.remove(entry.key for entry in entries)
        for start in range(0, len(entries), AT_ONCE):
            self._add(entries[start : start + AT_ONCE])

    def remove(self, keys: Iterable[int]) -> None:
        """Forget the stories with these keys."""
        every = list(keys)
        for start in range(0, len(every), AT_ONCE):
            self._forget(every[start : start + AT_ONCE])

    def newest(self, wanted: Wanted, *, most: int) -> list[Hit]:
        """Return what was found, newest first."""
        return rows.hits(_rows("s.key, s.place", wanted, most))

    def traits(self, wanted: Wanted, *, most: int) -> list[tuple[Hit, Traits]]:
        """Return what was found, newest first, with its traits."""
        return rows.traits(_rows(rows.TRAITS, wanted, most))

    def settle(self) -> None:
        """Merge what many small changes have left, in steps between which others can write."""
        for table in (LIVE, DESK):
            pages = -MERGED
            while _merge(table, pages):
                pages = MERGED

    @contextmanager
    def limit(self, seconds: float) -> Iterator[None]:
        """Let nothing inside take longer; raise TooSlow when it would."""
        connection.ensure_connection()
        end = time.monotonic() + seconds
        connection.connection.set_progress_handler(lambda: time.monotonic() > end, STEPS)
        try:
            yield
        except OperationalError as error:
            if "interrupted" in str(error):
                raise TooSlow from error
            raise
        finally:
            connection.connection.set_progress_handler(None, STEPS)

    def _add(self, entries: Sequence[Entry]) -> None:
        with connection.cursor() as cursor:
            places = free_places(cursor, entries)
            pairs = list(zip(places, entries, strict=True))
            cursor.executemany(
                f"INSERT INTO search_story ({rows.COLUMNS}) VALUES (%s, %s, %s, %s, %s, %s, %s)",
                [rows.row_of(place, entry) for place, entry in pairs],
            )
            for table, is_live in ((LIVE, True), (DESK, False)):
                cursor.executemany(
                    f"INSERT INTO {table} (rowid, title, text, exact, marks)"
                    " VALUES (%s, %s, %s, %s, %s)",
                    [
                        (place, entry.title, entry.text, entry.exact, entry.marks)
                        for place, entry in pairs
                        if entry.is_live == is_live
                    ],
                )

    def _forget(self, keys: list[int]) -> None:
        with connection.cursor() as cursor:
            condition = f"key IN ({rows.in_list(keys)})"
            cursor.execute(
                f"SELECT place, is_live FROM search_story WHERE {condition}",
                keys,
            )
            known = cursor.fetchall()
            if not known:
                return
            for table, is_live in ((LIVE, True), (DESK, False)):
                places = [(place,) for place, live in known if bool(live) == is_live]
                cursor.executemany(f"DELETE FROM {table} WHERE rowid = %s", places)
            cursor.execute(f"DELETE FROM search_story WHERE {condition}", keys)


def _rows(columns: str, wanted: Wanted, most: int) -> list[Sequence[Any]]:
    """Return the columns of the newest of what was found, newest first."""
    found, values = _newest(wanted, most)
    with connection.cursor() as cursor:
        cursor.execute(
            f"SELECT {columns} FROM ({found}) f JOIN search_story s USING (place)"
            " ORDER BY s.place DESC",
            values,
        )
        fetched: list[Sequence[Any]] = cursor.fetchall()
        return fetched


def _newest(wanted: Wanted, most: int) -> tuple[str, list[Any]]:
    """Return the question for the places of the newest, and its values."""
    tables = (LIVE, DESK) if wanted.with_drafts else (LIVE,)
    parts = [_one_table(table, wanted) for table in tables]
    found = [f"SELECT * FROM ({part} LIMIT %s)" for part, _values in parts]
    values = chain.from_iterable([*values, most] for _part, values in parts)
    together = " UNION ALL ".join(found)
    return f"{together} ORDER BY place DESC LIMIT %s", [*values, most]


def _one_table(table: str, wanted: Wanted) -> tuple[str, list[Any]]:
    conditions = [f"{table} MATCH %s"]
    values: list[Any] = [expression(wanted)]
    if wanted.since is not None:
        conditions.append("rowid >= %s")
        values.append(wanted.since)
    if wanted.before is not None:
        conditions.append("rowid < %s")
        values.append(wanted.before)
    where = " AND ".join(conditions)
    return f"SELECT rowid AS place FROM {table} WHERE {where} ORDER BY rowid DESC", values


def _merge(table: str, pages: int) -> bool:
    """Merge some pages; return whether there was anything to merge (FTS5's documentation)."""
    connection.ensure_connection()
    before = connection.connection.total_changes
    with connection.cursor() as cursor:
        cursor.execute(f"INSERT INTO {table}({table}, rank) VALUES ('merge', %s)", [pages])
    return bool(connection.connection.total_changes - before > 1)


def expression(wanted: Wanted) -> str:
    """Write what is wanted in FTS5's language; every token is quoted."""
    groups = [f"({' OR '.join(map(_phrase, group))})" for group in wanted.all_of]
    positive = " AND ".join(groups)
    if not wanted.none_of:
        return positive
    return f"({positive}) NOT ({' OR '.join(map(_phrase, wanted.none_of))})"


def _phrase(phrase: Phrase) -> str:
    words = " + ".join(f'"{token}"' for token in phrase.tokens)
    column = "title : " if phrase.in_headline else ""
    return f"{column}{words}{' *' if phrase.is_prefix else ''}"
