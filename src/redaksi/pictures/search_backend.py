"""The search behind Wagtail's lists and choosers: plain words, in the newspaper's own database."""

from __future__ import annotations

import re
from typing import Any

from django.db import connection
from modelsearch.query import And, MatchAll, Or

#: Whatever an engine could take for its own syntax stands between words.
WORD = re.compile(r"\w+")

#: A page pasted into the field would make a statement without end.
MOST_WORDS = 30


def plain_words(query: Any) -> str:
    """Return the words of a text or of Wagtail's query objects, one space between each two."""
    if isinstance(query, str):
        return " ".join(WORD.findall(query)[:MOST_WORDS])
    if isinstance(query, And | Or):
        return plain_words(" ".join(map(plain_words, query.subqueries)))
    return plain_words(getattr(query, "query_string", ""))


class WithoutTitleNorms:
    """An index that leaves titles of every length the same weight.

    Weighing them reads the whole index, twice, at every save.
    """

    def _refresh_title_norms(self, full: bool = False) -> None:
        """Do nothing."""


class PlainWordsOnly:
    """A search backend that takes words from people, and nothing that could be syntax."""

    def _search(self, compiler: Any, query: Any, model_or_queryset: Any, **options: Any) -> Any:
        """Search for the words; without any, find nothing."""
        words = query if isinstance(query, MatchAll) else plain_words(query)
        return super()._search(compiler, words, model_or_queryset, **options)  # type: ignore[misc]


def SearchBackend(params: dict[str, Any]) -> Any:  # noqa: N802 - the name that Wagtail asks for
    """Return the backend for the database in use."""
    return _on_postgresql(params) if connection.vendor == "postgresql" else _on_sqlite(params)


def _on_postgresql(params: dict[str, Any]) -> Any:
    from modelsearch.backends.database.postgres import postgres

    class Index(WithoutTitleNorms, postgres.PostgresIndex):
        """PostgreSQL's index."""

    class Backend(PlainWordsOnly, postgres.PostgresSearchBackend):
        """PostgreSQL's full-text search."""

        index_class = Index

    return Backend(params)


def _on_sqlite(params: dict[str, Any]) -> Any:
    from modelsearch.backends.database.sqlite import sqlite

    class Index(WithoutTitleNorms, sqlite.SQLiteIndex):
        """SQLite's index."""

    class Backend(PlainWordsOnly, sqlite.SQLiteSearchBackend):
        """SQLite's FTS5."""

        index_class = Index

    return Backend(params)
