"""The parts of RSGI, granian's interface, that the edge uses (version 1.6 of its specification)."""

from __future__ import annotations

from collections.abc import AsyncIterator
from typing import Protocol

Headers = list[tuple[str, str]]


class RequestHeaders(Protocol):
    """The headers of a request; names are in lower case."""

    def get(self, name: str, /) -> str | None:
        """Return the first value of a header; None when there is none that is text."""

    def get_all(self, name: str, /) -> list[str]:
        """Return every value of a header."""

    def items(self) -> list[tuple[str, str]]:
        """Return every header."""


class Scope(Protocol):
    """What is known of a request before its body."""

    method: str
    path: str
    """With percent-encoding undone."""

    query_string: str
    client: str
    """Address and port of who speaks to us."""

    http_version: str
    authority: str | None
    headers: RequestHeaders


class Transport(Protocol):
    """A body under way."""

    async def send_bytes(self, data: bytes, /) -> None:
        """Send a piece when the client has taken enough of what was sent before."""


class Exchange(Protocol):
    """The way to read a request's body and to answer, once."""

    def __aiter__(self) -> AsyncIterator[bytes]:
        """Give the pieces of the request's body as they come."""

    def response_empty(self, status: int, headers: Headers, /) -> None:
        """Answer without a body."""

    def response_bytes(self, status: int, headers: Headers, body: bytes, /) -> None:
        """Answer with a whole body."""

    def response_file(self, status: int, headers: Headers, path: str, /) -> None:
        """Answer with a file."""

    def response_file_range(
        self, status: int, headers: Headers, path: str, start: int, end: int, /
    ) -> None:
        """Answer with a part of a file, ``end`` excluded."""

    def response_stream(self, status: int, headers: Headers, /) -> Transport:
        """Begin an answer that comes in pieces."""
