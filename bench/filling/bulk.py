"""Inserts rows by the hundred thousand: executemany on SQLite, COPY on PostgreSQL."""

from __future__ import annotations

import datetime
import uuid
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from itertools import islice
from typing import Any

from django.core.management.color import no_style
from django.db import connection, models, transaction

BATCH = 5000


@contextmanager
def in_bulk() -> Iterator[None]:
    """Write without waiting for the disk; what is measured later waits for it again."""
    if connection.vendor != "sqlite":
        yield
        return
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA synchronous = OFF")
    yield
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA synchronous = FULL")
        cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")


class Table:
    """A model's table; rows are given by attribute name, the rest are the model's defaults."""

    def __init__(self, model: type[models.Model]) -> None:
        self.model = model
        self.fields = list(model._meta.concrete_fields)
        blank = model()
        self._blanks = {field.attname: getattr(blank, field.attname) for field in self.fields}

    def insert(self, rows: Iterable[Mapping[str, Any]]) -> None:
        """Insert all rows; each has the same names, and JSON as text."""
        rows = iter(rows)
        first = next(rows, None)
        if first is None:
            return
        fields = [f for f in self.fields if not f.primary_key or f.attname in first]
        recipe = [(f.attname, self._blanks[f.attname], _writer(f)) for f in fields]
        columns = [connection.ops.quote_name(str(f.column)) for f in fields]
        self._write(columns, _prepared(first, rows, recipe))
        self._reset_sequence()

    def _write(self, columns: list[str], values: Iterator[tuple[Any, ...]]) -> None:
        table = connection.ops.quote_name(self.model._meta.db_table)
        names = ", ".join(columns)
        while batch := list(islice(values, BATCH)):
            with transaction.atomic(), connection.cursor() as cursor:
                if connection.vendor == "postgresql":
                    with cursor.copy(f"COPY {table} ({names}) FROM STDIN") as copy:
                        for row in batch:
                            copy.write_row(row)
                else:
                    marks = ", ".join("?" * len(columns))
                    statement = f"INSERT INTO {table} ({names}) VALUES ({marks})"  # noqa: S608
                    connection.connection.executemany(statement, batch)

    def _reset_sequence(self) -> None:
        with connection.cursor() as cursor:
            for statement in connection.ops.sequence_reset_sql(no_style(), [self.model]):
                cursor.execute(statement)


def _prepared(
    first: Mapping[str, Any],
    rest: Iterator[Mapping[str, Any]],
    recipe: list[tuple[str, Any, Callable[[Any], Any]]],
) -> Iterator[tuple[Any, ...]]:
    yield tuple(write(first.get(name, blank)) for name, blank, write in recipe)
    for row in rest:
        yield tuple(write(row.get(name, blank)) for name, blank, write in recipe)


def _writer(field: Any) -> Callable[[Any], Any]:
    if connection.vendor == "postgresql":
        return _as_it_is
    if isinstance(field, models.DateTimeField):
        return _utc_text
    if isinstance(field, models.DateField):
        return _text
    return _hex if isinstance(field, models.UUIDField) else _as_it_is


def _as_it_is(value: Any) -> Any:
    return value


def _text(value: datetime.date | None) -> str | None:
    return value and value.isoformat()


def _utc_text(value: datetime.datetime | None) -> str | None:
    return value and value.astimezone(datetime.UTC).replace(tzinfo=None).isoformat(" ")


def _hex(value: uuid.UUID | None) -> str | None:
    return value and value.hex
