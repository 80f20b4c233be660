"""What stands in the tree apart from pages: error pages and static files."""

from __future__ import annotations

from pathlib import PurePosixPath

from redaksi.pagestore.addresses import ERROR_STATUSES, STATIC, file_name
from redaksi.pagestore.coding import coded

TEXT = frozenset(
    {".css", ".html", ".js", ".json", ".map", ".mjs", ".svg", ".txt", ".webmanifest", ".xml"}
)
"""Endings of static files that compressing makes smaller."""


def error_page_files(status: int, body: bytes) -> dict[str, bytes]:
    """Return the files of the page for 404, 413 or 503 by their names; ValueError for others."""
    if status not in ERROR_STATUSES:
        raise ValueError(f"there are pages for {ERROR_STATUSES}, not {status}")
    return {f"{status}.html{ending}": data for ending, data in coded(body).items()}


def static_files(name: str, body: bytes) -> dict[str, bytes]:
    """Return the files of a static file by their names in the tree; raises BadAddress."""
    plain = file_name(f"/{STATIC}/{name}")
    if PurePosixPath(plain).suffix.lower() not in TEXT:
        return {plain: body}
    return {plain: body} | {plain + ending: data for ending, data in coded(body).items()}


def is_standing(entry: str) -> bool:
    """Whether an entry of the tree's folder stays when every page is thrown away."""
    return entry == STATIC or entry.startswith(tuple(f"{status}.html" for status in ERROR_STATUSES))
