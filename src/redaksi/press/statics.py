"""Brings style sheets, scripts and drawings into the page store, where the edge serves them.

Those of the paper itself; what only Wagtail's screens need comes from the newsroom.
"""

from __future__ import annotations

import filecmp
from collections.abc import Iterator
from pathlib import Path

from django.conf import settings
from django.contrib.staticfiles.finders import get_finders

from redaksi.pagestore.addresses import STATIC as PLACE
from redaksi.pagestore.store import PageStore


def bring_static_files(store: PageStore) -> list[str]:
    """Put every static file into the store that is new or different; return their names.

    The owner's own files come first, so that they stand in for ours of the same name.
    """
    changed = {name: path for name, path in _found() if not _is_there(store, name, path)}
    for name, path in changed.items():
        store.put_static({name: path.read_bytes()})
    return list(changed)


def _is_there(store: PageStore, name: str, path: Path) -> bool:
    there = store.tree.folder / PLACE / name
    return there.is_file() and filecmp.cmp(there, path, shallow=False)


def _found() -> Iterator[tuple[str, Path]]:
    seen: set[str] = set()
    for finder in get_finders():
        for name, storage in finder.list([]):
            path = Path(storage.path(name))
            if name not in seen and _is_of_the_paper(path):
                yield name, path
            seen.add(name)


def _is_of_the_paper(path: Path) -> bool:
    return any(path.is_relative_to(place) for place in (settings.ROOM, settings.INSTANCE.static))
