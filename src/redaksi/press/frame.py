"""Notices that something has changed which every page shows and no table holds."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from importlib.metadata import version
from pathlib import Path

from django.conf import settings
from django.template.utils import get_app_template_dirs
from django.utils import timezone

from redaksi.instance.config import is_named_by_port
from redaksi.pagestore.store import PageStore

#: Options that show on pages; the others may change without a page being made again.
ON_PAGES = (
    "name", "tagline", "language", "timezone", "base_url", "contact_email", "newsroom_path",
    "automatic_statements", "offline_reading",
)  # fmt: skip


def frame_of_now() -> str:
    """Return a digest of the program, its templates, the settings readers see, and the year."""
    digest = hashlib.sha256(version("redaksi").encode())
    digest.update(str(timezone.localdate().year).encode())
    for name in ON_PAGES:
        digest.update(f"{name}={getattr(settings.CONFIG, name)}\n".encode())
    for file in _files():
        digest.update(file.read_bytes())
    return digest.hexdigest()


def frame_has_changed(store: PageStore) -> bool:
    """Whether the pages in the store were made with another frame, or with none."""
    digest, _base_url = _kept(store)
    return digest != frame_of_now()


def keep_frame(store: PageStore) -> None:
    """Remember that every page has been wished for with the present frame."""
    kept = f"{frame_of_now()}\n{settings.CONFIG.base_url}"
    _file(store).write_text(kept, encoding="utf-8")


def other_base_url(store: PageStore) -> str:
    """Return the base URL in the stored pages, if ours is another and nobody has chosen it.

    Whoever serves the paper at a port of the day makes every page for that; a command that does
    not know of it would make them all again for the usual one. Empty if there is no such trap.
    """
    if not is_named_by_port(settings.CONFIG):
        return ""
    _digest, kept = _kept(store)
    return kept if kept != settings.CONFIG.base_url else ""


def _kept(store: PageStore) -> tuple[str, str]:
    """Return digest and base URL of the pages in the store; empty where nothing is kept."""
    try:
        digest, _newline, base_url = _file(store).read_text(encoding="utf-8").partition("\n")
    except FileNotFoundError:
        return "", ""
    return digest, base_url


def _file(store: PageStore) -> Path:
    return store.root / "frame"


def _files() -> Iterator[Path]:
    ours = [
        folder
        for folder in get_app_template_dirs("templates")
        if Path(folder).is_relative_to(settings.ROOM)
    ]
    for folder in [*ours, settings.INSTANCE.templates]:
        yield from sorted(path for path in Path(folder).rglob("*") if path.is_file())
    yield from sorted((settings.ROOM).rglob("locale/*/LC_MESSAGES/django.mo"))
