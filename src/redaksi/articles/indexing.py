"""Gives tables of Wagtail's the indexes that they lack at the size of a newspaper's archive."""

from __future__ import annotations

from typing import Any

from django.db import connections

#: Index by index: its name, and the table and columns that it is on.
INDEXES = {
    "log_of_one_object": "wagtailcore_modellogentry (content_type_id, object_id)",
    "reviews_by_status": "wagtailcore_taskstate (task_id, status, started_at)",
    "rounds_of_one_writer": "wagtailcore_workflowstate (requested_by_id, status, created_at)",
}


def make_indexes(sender: Any, using: str, **kwargs: Any) -> None:
    """Make the indexes that are missing.

    After every migration, because Wagtail's own may make a table anew and lose them.
    """
    with connections[using].cursor() as cursor:
        for name, columns in INDEXES.items():
            cursor.execute(f"CREATE INDEX IF NOT EXISTS {name} ON {columns}")
