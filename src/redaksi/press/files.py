"""Finds the pictures and documents that finished pages show."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from urllib.parse import unquote

from wagtail.documents.models import Document

from redaksi.design.batches import each_once
from redaksi.pagestore.page import Page
from redaksi.pictures.models import Rendition

MEDIA = re.compile(rb"/media/(renditions/[0-9a-f]{32}\.[a-z]{3,4})")
DOCUMENTS = re.compile(rb'"/documents/((\d+)/[^"/]+)"')


def with_files(pages: Sequence[Page]) -> list[Page]:
    """Return the pages with the files they show, and with the tags of what these belong to."""
    shown = [frozenset(name.decode() for name in MEDIA.findall(page.body)) for page in pages]
    offered = [
        {int(key): unquote(name.decode()) for name, key in DOCUMENTS.findall(page.body)}
        for page in pages
    ]
    pictures = _pictures_of(frozenset().union(*shown))
    private = _files_of({key for documents in offered for key in documents})
    return [
        replace(
            page,
            tags=page.tags
            | {f"picture:{pictures[name]}" for name in files if name in pictures}
            | {f"download:{key}" for key in documents},
            files=files,
            documents=frozenset(
                (name, private[key]) for key, name in documents.items() if key in private
            ),
        )
        for page, files, documents in zip(pages, shown, offered, strict=True)
    ]


def _pictures_of(files: frozenset[str]) -> dict[str, int]:
    if not files:
        return {}
    return each_once("shown in file", files, _shown_in)


def _shown_in(files: list[str]) -> dict[str, int]:
    rows = Rendition.objects.filter(file__in=files).order_by()
    return dict(rows.values_list("file", "image"))


def _files_of(documents: set[int]) -> dict[int, str]:
    if not documents:
        return {}
    return dict(Document.objects.filter(pk__in=documents).values_list("pk", "file"))
