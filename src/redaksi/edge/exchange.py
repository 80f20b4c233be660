"""The way to read one request's body and to answer it, once."""

from __future__ import annotations

import asyncio
import os
from collections.abc import AsyncIterator
from typing import Protocol

from redaksi.edge.request import Request
from redaksi.edge.wire import CONTINUE, WITHOUT_LENGTH, Headers, written_head

PIECE = 256 * 1024
"""Files are sent in pieces of so many bytes, each when the client has taken the one before."""


class Line(Protocol):
    """The connection as an exchange sees it."""

    def ending(self, request: Request) -> bytes:
        """Return the end of the head, which says whether the connection goes on."""

    def write(self, data: bytes) -> None:
        """Send bytes; they wait in memory as long as the client does not take them."""

    async def taken(self) -> None:
        """Wait until the client has taken enough; raises ConnectionError when it is gone."""

    def go_on_reading(self) -> None:
        """Take in more of the body, now that there is room for it."""

    def hang_up(self) -> None:
        """Close after what was written, whatever was promised."""


class Exchange:
    """One request and its answer; every ``response_`` is called at most once."""

    __slots__ = ("_line", "is_answered", "request")

    def __init__(self, line: Line, request: Request) -> None:
        self._line = line
        self.request = request
        self.is_answered = False
        """Whether the answer has begun."""

    async def body(self) -> AsyncIterator[bytes]:
        """Give the pieces of the request's body as they come.

        Raises:
            ConnectionError: when the connection ends before the body does.
        """
        body = self.request.body
        if body is None:
            return
        if self.request.fields.get(b"expect", b"").lower() == b"100-continue":
            self._line.write(CONTINUE)
        while piece := await body.next_piece():
            self._line.go_on_reading()
            yield piece

    def send(self, head: bytes, body: bytes = b"") -> None:
        """Answer with a head that is written already."""
        self.is_answered = True
        self._line.write(b"".join((head, self._line.ending(self.request), body)))

    def response_empty(self, status: int, headers: Headers) -> None:
        """Answer without a body; with HEAD the headers speak of the one that GET would have."""
        if self.request.method != b"HEAD" and status not in WITHOUT_LENGTH:
            headers = with_length(headers, 0)
        self.send(written_head(status, headers))

    def response_bytes(self, status: int, headers: Headers, body: bytes) -> None:
        """Answer with a whole body."""
        headers = with_length(headers, len(body))
        if length_in(headers) != len(body):
            # Whoever made it broke off; the client must not wait for the rest on this connection.
            self.request.is_last = True
        self.send(written_head(status, headers), body)

    async def response_file(
        self, status: int, headers: Headers, path: str, start: int, end: int
    ) -> None:
        """Answer with the bytes of a file from ``start`` to ``end``, which is excluded."""
        descriptor = os.open(path, os.O_RDONLY | os.O_CLOEXEC)
        try:
            head = written_head(status, with_length(headers, end - start))
            first = os.pread(descriptor, min(PIECE, end - start), start)
            self.send(head, first)
            await self._rest_of_file(descriptor, start + len(first), end)
        finally:
            os.close(descriptor)

    async def _rest_of_file(self, descriptor: int, at: int, end: int) -> None:
        while at < end:
            await self._line.taken()
            piece = await asyncio.to_thread(os.pread, descriptor, min(PIECE, end - at), at)
            if not piece:
                # The file became shorter; the client must not take this for all of it.
                return self._line.hang_up()
            self._line.write(piece)
            at += len(piece)
        return None

    def response_stream(self, status: int, headers: Headers) -> Stream:
        """Begin an answer that comes in pieces."""
        stream = Stream(self._line, length_in(headers), in_chunks=not self.request.is_old)
        self.send(written_head(status, [*headers, *stream.headers]))
        return stream


class Stream:
    """A body under way: measured, in chunks (RFC 9112, 7.1), or ended by hanging up."""

    __slots__ = ("_in_chunks", "_length", "_line", "_sent")

    def __init__(self, line: Line, length: int | None, *, in_chunks: bool) -> None:
        self._line = line
        self._length = length
        self._in_chunks = in_chunks and length is None
        self._sent = 0

    @property
    def headers(self) -> Headers:
        """What is to be said about it before it begins."""
        return [("Transfer-Encoding", "chunked")] if self._in_chunks else []

    async def send_bytes(self, data: bytes) -> None:
        """Send a piece when the client has taken enough of what was sent before.

        Raises:
            ConnectionError: when the client is gone.
        """
        await self._line.taken()
        self._sent += len(data)
        self._line.write(b"%x\r\n%b\r\n" % (len(data), data) if self._in_chunks else data)

    def end(self) -> None:
        """Say that this was all; hang up when more was promised."""
        if self._in_chunks:
            self._line.write(b"0\r\n\r\n")
        elif self._length is not None and self._sent != self._length:
            self._line.hang_up()


def length_in(headers: Headers) -> int | None:
    """Return how long the headers say that the body is, in bytes."""
    said = [value for name, value in headers if name.lower() == "content-length"]
    return int(said[0]) if said and said[0].isdecimal() else None


def with_length(headers: Headers, length: int) -> Headers:
    """Return headers that say how long the body is."""
    if length_in(headers) is not None:
        return headers
    return [*headers, ("Content-Length", str(length))]
