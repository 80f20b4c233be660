"""How SQLite answers a query: what tests of plans have in common."""

from __future__ import annotations

from django.db import connection


def plan_of(query: str) -> list[str]:
    """The steps in which SQLite answers a query."""
    with connection.cursor() as cursor:
        cursor.execute(f"EXPLAIN QUERY PLAN {query}")
        return [row[-1] for row in cursor.fetchall()]
