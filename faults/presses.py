"""The press while it is killed, its renderings noted before any reader can get them."""

from __future__ import annotations

import os
import time
from collections.abc import Sequence
from contextlib import redirect_stdout
from pathlib import Path
from typing import Any

from faults.reading import digest_of
from redaksi.articles.models import OutboxEntry
from redaksi.instance.layout import Instance
from redaksi.pagestore.page import Page
from redaksi.pagestore.store import PageStore
from redaksi.press import bulk, pressing
from redaksi.press.draining import drain
from redaksi.press.pressing import press_wanted
from redaksi.press.starting import make_ready


class NotingStore(PageStore):
    """The real store, which writes down what it is about to put."""

    notes: Path

    def put(self, pages: Sequence[Page], **details: Any) -> list[str]:
        """Note the pages, then put them."""
        lines = [f"{page.address}\t{_digest(page)}\n" for page in pages]
        with self.notes.open("a") as file:
            file.write("".join(lines))
        return super().put(pages, **details)


def note_renderings(notes: Path) -> None:
    """Let every press of this process and its children note what it makes."""
    NotingStore.notes = notes
    root = pressing.settings.INSTANCE.pages
    for module in (pressing, bulk):
        module.open_store = lambda: NotingStore(root)  # type: ignore[attr-defined]


def renderings(notes: Path) -> set[tuple[str, str]]:
    """Return address and digest of everything that was ever made."""
    return {tuple(line.split("\t")) for line in notes.read_text().splitlines()}  # type: ignore[misc]


def press_for_ever() -> None:
    """Do what the worker does."""
    store = pressing.open_store()
    make_ready(store)
    while True:
        drain(store)
        press_wanted(store, seconds=60)
        time.sleep(0.005)


def press_everything_for_ever() -> None:
    """Do what ``redaksi press --all`` does, again and again."""
    from redaksi.cli.press import _press

    with Path(os.devnull).open("w") as nowhere, redirect_stdout(nowhere):
        while True:
            _press(everything=True)


def recover() -> PageStore:
    """Do what a start after the crash does, until nothing is left to do."""
    store = pressing.open_store()
    make_ready(store)
    store.tidy()
    while drain(store):
        pass
    while store.index.wanted_count():
        pressing.want_failed_again(store)
        press_wanted(store, seconds=60)
    return store


def _digest(page: Page) -> str:
    return digest_of(page.status, page.body, page.location)


def has_settled(instance: Instance, stories: int) -> bool:
    """Whether nothing is promised or wanted, and more pages than so many stories are there."""
    store = PageStore(instance.pages)
    try:
        is_empty = store.index.wanted_count() == 0 and not OutboxEntry.objects.exists()
        return is_empty and store.index.count() > stories
    finally:
        store.close()
