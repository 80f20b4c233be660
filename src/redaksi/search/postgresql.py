"""The engine inside PostgreSQL: one narrow table of its own with a ``tsvector``.

The vector is written here, word by word, and not by the server's parser, so that both databases
find the same stories.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from django.db import OperationalError, connection, transaction

from redaksi.search import rows
from redaksi.search.engine import Hit, Phrase, TooSlow, Wanted
from redaksi.search.entries import Entry, Traits
from redaksi.search.places import free_places

_INDEXES = (
    "CREATE INDEX IF NOT EXISTS search_story_words ON search_story USING gin (words)",
    "CREATE INDEX IF NOT EXISTS search_story_live ON search_story (place) WHERE is_live",
)
#: Fewer hits are all fetched and sorted; more are so common that a walk from the newest on soon
#: meets enough of them. The server's own choice walks the whole archive for a rare word.
SORTED = 3000
#: PostgreSQL's code for a statement that ran out of time.
_OUT_OF_TIME = "57014"


class PostgreSQL:
    """Keeps the index in PostgreSQL (see ``redaksi.search.engine.Engine``)."""

    def create(self) -> None:
        """Make its table where it is not there."""
        with connection.cursor() as cursor:
            cursor.execute(rows.CREATE.format(more=", words tsvector NOT NULL"))
            for statement in _INDEXES:
                cursor.execute(statement)

    def drop(self) -> None:
        """Take its table away."""
        with connection.cursor() as cursor:
            cursor.execute("DROP TABLE IF EXISTS search_story")

    def put(self, entries: Sequence[Entry]) -> None:
        """Keep the entries in place of those with the same keys."""
        if not entries:
            return
        self.remove([entry.key for entry in entries])
        with connection.cursor() as cursor:
            missing = list(entries)
            while missing:
                missing = _without_place(cursor, missing)

    def remove(self, keys: Iterable[int]) -> None:
        """Forget the stories with these keys."""
        with connection.cursor() as cursor:
            cursor.execute("DELETE FROM search_story WHERE key = ANY(%s)", [list(keys)])

    def newest(self, wanted: Wanted, *, most: int) -> list[Hit]:
        """Return what was found, newest first."""
        return rows.hits(_newest("s.key, s.place", wanted, most))

    def traits(self, wanted: Wanted, *, most: int) -> list[tuple[Hit, Traits]]:
        """Return what was found, newest first, with its traits."""
        return rows.traits(_newest(rows.TRAITS, wanted, most))

    def settle(self) -> None:
        """Count the words, so that the server's planner knows which are rare."""
        with connection.cursor() as cursor:
            cursor.execute("ANALYZE search_story")

    @contextmanager
    def limit(self, seconds: float) -> Iterator[None]:
        """Let no statement inside take longer; raise TooSlow when it would."""
        try:
            with transaction.atomic(), connection.cursor() as cursor:
                cursor.execute("SET LOCAL statement_timeout = %s", [int(seconds * 1000)])
                yield
                cursor.execute("SET LOCAL statement_timeout TO DEFAULT")
        except OperationalError as error:
            if getattr(error.__cause__, "sqlstate", "") == _OUT_OF_TIME:
                raise TooSlow from error
            raise


def _without_place(cursor: Any, entries: Sequence[Entry]) -> list[Entry]:
    """Give each entry a place; return those whose place another transaction took meanwhile.

    Taking one that somebody else has taken and not yet committed waits for the end of that.
    """
    places = free_places(cursor, entries)
    cursor.executemany(
        f"INSERT INTO search_story ({rows.COLUMNS}, words)"
        " VALUES (%s, %s, %s, %s, %s, %s, %s, %s::tsvector) ON CONFLICT (place) DO NOTHING",
        [
            (*rows.row_of(place, entry), vector(entry))
            for place, entry in zip(places, entries, strict=True)
        ],
    )
    if cursor.rowcount == len(entries):
        return []
    cursor.execute(
        "SELECT key FROM search_story WHERE key = ANY(%s)", [[entry.key for entry in entries]]
    )
    there = {key for (key,) in cursor.fetchall()}
    return [entry for entry in entries if entry.key not in there]


def _newest(columns: str, wanted: Wanted, most: int) -> list[Sequence[Any]]:
    condition, asked = _condition(wanted)
    with connection.cursor() as cursor:
        cursor.execute(
            f"SELECT s.place FROM search_story s WHERE {condition} LIMIT {SORTED}",
            asked,
        )
        places = sorted((place for (place,) in cursor.fetchall()), reverse=True)
        if len(places) < SORTED:
            condition, asked = "s.place = ANY(%s)", [places[:most]]
        cursor.execute(
            f"SELECT {columns} FROM search_story s WHERE {condition}"
            " ORDER BY s.place DESC LIMIT %s",
            [*asked, most],
        )
        found: list[Sequence[Any]] = cursor.fetchall()
        return found


def _condition(wanted: Wanted) -> tuple[str, list[Any]]:
    conditions = ["s.words @@ %s::tsquery"]
    values: list[Any] = [expression(wanted)]
    if not wanted.with_drafts:
        conditions.append("s.is_live")
    if wanted.since is not None:
        conditions.append("s.place >= %s")
        values.append(wanted.since)
    if wanted.before is not None:
        conditions.append("s.place < %s")
        values.append(wanted.before)
    return " AND ".join(conditions), values


def vector(entry: Entry) -> str:
    """Write an entry in the form in which PostgreSQL reads a ``tsvector``; tokens are quoted."""
    title, text = entry.title.split(), entry.text.split()
    start = len(title) + 2
    parts = [f"'{word}':{at}A" for at, word in enumerate(title, 1)]
    parts += [f"'{word}':{at}B" for at, word in enumerate(text, start)]
    parts += [f"'{word}':{at}" for at, word in enumerate(entry.exact.split(), 1)]
    parts += [f"'{word}'" for word in entry.marks.split()]
    return " ".join(parts)


def expression(wanted: Wanted) -> str:
    """Write what is wanted as a ``tsquery``; every token is quoted."""
    parts = [f"({' | '.join(map(_phrase, group))})" for group in wanted.all_of]
    return " & ".join([*parts, *(f"!({_phrase(phrase)})" for phrase in wanted.none_of)])


def _phrase(phrase: Phrase) -> str:
    # The headline's words have the weight A (``vector``).
    weight = ":A" if phrase.in_headline else ""
    words = " <-> ".join(f"'{token}'{weight}" for token in phrase.tokens)
    if phrase.is_prefix:
        words += "*" if weight else ":*"
    return f"({words})"
