"""Finds the answer to an address among the files of the page store."""

from __future__ import annotations

import re
from pathlib import Path

from redaksi.edge.answer import Answer
from redaksi.edge.codings import IDENTITY, SUFFIXES
from redaksi.edge.conditions import http_date
from redaksi.edge.files import Stored, inflated, read
from redaksi.edge.headers import content_type, headers_of
from redaksi.edge.kinds import Kind, Source, kind_of
from redaksi.edge.wire import Headers, written_head
from redaksi.pagestore.addresses import BadAddress, file_name, name_with_status

VARY = ("Vary", "Accept-Encoding")
CODING_HEADERS: dict[str, Headers] = {
    "": [],
    IDENTITY: [VARY],
    **{coding: [VARY, ("Content-Encoding", coding)] for coding in SUFFIXES},
}
"""The headers of a body that exists in several codings; "" is a file with just one form."""

_TARGET = re.compile(r"/(?!/)[\x21-\x7e]*")


class Tree:
    """The file tree of the page store, read-only."""

    def __init__(self, root: Path, *, behind_tls: bool) -> None:
        self._root = f"{root}/"
        self._behind_tls = behind_tls

    def find(self, address: str, wanted: tuple[str, ...]) -> Answer | None:
        """Return the pressed answer at an address in the coding that suits best.

        None when there is none, or when it is a media file (``media_file``).
        """
        kind = kind_of(address)
        if kind is None or kind.source is Source.MEDIA:
            return None
        try:
            path = self._root + file_name(address)
        except BadAddress:
            return None
        if kind.source is Source.STATIC:
            return self._page(kind, address, path, wanted, plain=True)
        # A page that changes its status while the first look goes on is found by the second.
        return self._look(kind, address, path, wanted) or self._look(kind, address, path, wanted)

    def _look(self, kind: Kind, address: str, path: str, wanted: tuple[str, ...]) -> Answer | None:
        return self._page(kind, address, path, wanted) or self._not_there(
            kind, address, path, wanted
        )

    def media_file(self, address: str) -> tuple[Kind, str] | None:
        """Return kind and path of the media file at an address; it need not exist."""
        kind = kind_of(address)
        if kind is None or kind.source is not Source.MEDIA:
            return None
        try:
            return kind, self._root + file_name(address)
        except BadAddress:
            return None

    def headers(self, kind: Kind, address: str, status: int = 200) -> Headers:
        """Return the headers that follow from an address."""
        return headers_of(kind, address, status, behind_tls=self._behind_tls)

    def error_page(self, status: int, wanted: tuple[str, ...]) -> tuple[Headers, bytes] | None:
        """Return headers and body of the paper's page for an error, if it is pressed."""
        found = self._coded(f"{self._root}{status}.html", wanted)
        if found is None:
            return None
        coding, stored = found
        return [content_type("/"), *CODING_HEADERS[coding]], stored.body

    def _page(
        self, kind: Kind, address: str, path: str, wanted: tuple[str, ...], *, plain: bool = False
    ) -> Answer | None:
        found = self._coded(path, wanted, plain=plain)
        if found is None and plain and (stored := read(path)) is not None:
            found = "", stored
        if found is None:
            return None
        coding, stored = found
        tag = f"W/{stored.tag}" if coding == IDENTITY and not plain else stored.tag
        headers = [
            content_type(address),
            ("Content-Length", str(len(stored.body))),
            ("ETag", tag),
            ("Last-Modified", http_date(stored.modified)),
            *CODING_HEADERS[coding],
            *self.headers(kind, address),
        ]
        return Answer.conditional(headers, stored, tag, coding)

    def _not_there(
        self, kind: Kind, address: str, path: str, wanted: tuple[str, ...]
    ) -> Answer | None:
        if (moved := read(name_with_status(path, 301))) is not None:
            return self._moved(kind, address, moved.body)
        if (found := self._coded(name_with_status(path, 410), wanted)) is None:
            return None
        coding, stored = found
        headers = [
            content_type("/"),
            ("Content-Length", str(len(stored.body))),
            *CODING_HEADERS[coding],
            *self.headers(kind, address, 410),
        ]
        head = written_head(410, headers)
        return Answer(head, stored.body, is_page=True, coding=coding)

    def _moved(self, kind: Kind, address: str, target: bytes) -> Answer | None:
        location = target.decode("ascii", "replace").strip()
        if not _TARGET.fullmatch(location):
            return None
        headers = [("Location", location), ("Content-Length", "0")]
        return Answer(written_head(301, headers + self.headers(kind, address, 301)), b"")

    def _coded(
        self, path: str, wanted: tuple[str, ...], *, plain: bool = False
    ) -> tuple[str, Stored] | None:
        for coding in wanted:
            stored = read(path + (SUFFIXES.get(coding) or ("" if plain else SUFFIXES["gzip"])))
            if stored is not None:
                inflate = coding == IDENTITY and not plain
                return coding, inflated(stored) if inflate else stored
        return None
