"""Sends pictures and documents of published stories: whole, in parts, or not again."""

from __future__ import annotations

import os
import secrets
from dataclasses import dataclass
from pathlib import Path
from stat import S_ISREG

from redaksi.edge.answer import NOT_KEPT, is_known, is_not_wanted, kept_in_304
from redaksi.edge.conditions import http_date, range_still_holds
from redaksi.edge.exchange import Exchange
from redaksi.edge.files import NO_FILE, entity_tag
from redaksi.edge.headers import content_type
from redaksi.edge.ranges import Span, Unsatisfiable, wanted_spans
from redaksi.edge.request import Request
from redaksi.edge.tree import Tree
from redaksi.edge.wire import Headers

AT_ONCE = 1024 * 1024
"""Several parts of a file are sent together up to so many bytes; above it, the whole file is."""


@dataclass(frozen=True)
class Shown:
    """A file and its facts."""

    path: str
    size: int
    modified: int
    headers: Headers
    type: tuple[str, str]

    @property
    def tag(self) -> str:
        """The entity tag."""
        return entity_tag(self.modified, self.size)

    def with_facts(self) -> Headers:
        """Return the headers of every answer about this file."""
        return [
            ("ETag", self.tag),
            ("Last-Modified", http_date(self.modified)),
            ("Accept-Ranges", "bytes"),
            *self.headers,
        ]


async def send_media(tree: Tree, request: Request, exchange: Exchange) -> bool:
    """Answer with the media file at an address; return False when there is none."""
    shown = _find(tree, request.path)
    if shown is None:
        return False
    headers = shown.with_facts()
    if is_not_wanted(request.headers, shown.tag, shown.modified):
        exchange.response_empty(412, NOT_KEPT)
        return True
    if is_known(request.headers, shown.tag, shown.modified):
        exchange.response_empty(304, kept_in_304(headers))
        return True
    try:
        spans = _spans(shown, request)
    except Unsatisfiable:
        more = [("Content-Range", f"bytes */{shown.size}"), ("Content-Length", "0")]
        exchange.response_empty(416, headers + more)
    else:
        await _send(shown, spans, headers, request, exchange)
    return True


def _find(tree: Tree, address: str) -> Shown | None:
    found = tree.media_file(address)
    if found is None:
        return None
    kind, path = found
    try:
        facts = Path(path).stat()
    except NO_FILE:
        return None
    if not S_ISREG(facts.st_mode):
        return None
    headers = tree.headers(kind, address)
    return Shown(path, facts.st_size, int(facts.st_mtime), headers, content_type(address))


def _spans(shown: Shown, request: Request) -> list[Span]:
    header = request.headers.get("range")
    if header is None or request.method != b"GET":
        return []
    condition = request.headers.get("if-range")
    if condition is not None and not range_still_holds(condition, shown.tag, shown.modified):
        return []
    spans = wanted_spans(header, shown.size)
    are_long = len(spans) > 1 and sum(span.length for span in spans) > AT_ONCE
    return [] if are_long else spans


async def _send(
    shown: Shown, spans: list[Span], headers: Headers, request: Request, exchange: Exchange
) -> None:
    if len(spans) > 1:
        boundary = secrets.token_hex(16)
        body = _multipart(shown, spans, boundary)
        of_type = ("Content-Type", f"multipart/byteranges; boundary={boundary}")
        exchange.response_bytes(206, [*headers, of_type, _length(len(body))], body)
    elif spans:
        span = spans[0]
        more = [shown.type, _length(span.length), ("Content-Range", span.written(shown.size))]
        await exchange.response_file(206, headers + more, shown.path, span.first, span.last + 1)
    elif request.method == b"HEAD":
        exchange.response_empty(200, [*headers, shown.type, _length(shown.size)])
    else:
        whole = [*headers, shown.type, _length(shown.size)]
        await exchange.response_file(200, whole, shown.path, 0, shown.size)


def _length(length: int) -> tuple[str, str]:
    return "Content-Length", str(length)


def _multipart(shown: Shown, spans: list[Span], boundary: str) -> bytes:
    parts = []
    descriptor = os.open(shown.path, os.O_RDONLY | os.O_CLOEXEC)
    try:
        for span in spans:
            head = (
                f"\r\n--{boundary}\r\nContent-Type: {shown.type[1]}\r\n"
                f"Content-Range: {span.written(shown.size)}\r\n\r\n"
            )
            parts += [head.encode("ascii"), os.pread(descriptor, span.length, span.first)]
    finally:
        os.close(descriptor)
    return b"".join([*parts, f"\r\n--{boundary}--\r\n".encode("ascii")])
