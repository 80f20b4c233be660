"""Says which engine keeps the newspaper's index."""

from __future__ import annotations

from functools import cache
from typing import cast

from django.conf import settings
from django.db import connection
from django.utils.module_loading import import_string

from redaksi.search.engine import Engine

ENGINES = {
    "sqlite": "redaksi.search.fts5.Fts5",
    "postgresql": "redaksi.search.postgresql.PostgreSQL",
}


def engine() -> Engine:
    """Return the engine of the database, or the one that ``settings.SEARCH_ENGINE`` names."""
    return _made(settings.SEARCH_ENGINE or ENGINES[connection.vendor])


@cache
def _made(name: str) -> Engine:
    return cast("Engine", import_string(name)())
