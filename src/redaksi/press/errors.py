"""Presses the pages of errors, which the edge shows when nobody else can answer."""

from __future__ import annotations

from redaksi.pagestore.store import PageStore
from redaksi.press.rendering import render_error

STATUSES = (404, 413, 503)


def press_errors(store: PageStore) -> None:
    """Put the error pages into the store."""
    for status in STATUSES:
        store.put_error_page(status, render_error(status))
