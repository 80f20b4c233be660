"""Writes the heads of answers as they go over the wire (RFC 9112)."""

from __future__ import annotations

import time
from collections.abc import Iterable
from email.utils import formatdate
from http import HTTPStatus

Headers = list[tuple[str, str]]

CONTINUE = b"HTTP/1.1 100 Continue\r\n\r\n"
WITHOUT_LENGTH = {204, 304}
"""The statuses whose answers never have a body, so that nothing says how long it is."""

_LINES = {
    status.value: f"HTTP/1.1 {status.value} {status.phrase}\r\n".encode() for status in HTTPStatus
}


def written_head(status: int, headers: Iterable[tuple[str, str]]) -> bytes:
    """Return the status line and the headers, without the end of the head."""
    line = _LINES.get(status) or b"HTTP/1.1 %d \r\n" % status
    fields = "".join([f"{name}: {value}\r\n" for name, value in headers])
    return line + fields.encode("latin-1")


class Endings:
    """The ends of heads, with the date of the present second in them (RFC 9110, 6.6.1)."""

    __slots__ = ("going_on", "last")

    def __init__(self) -> None:
        self.tick()

    def tick(self) -> None:
        """Take the date from the clock; to be called once a second."""
        date = f"Date: {formatdate(time.time(), usegmt=True)}\r\n".encode("ascii")
        self.going_on = date + b"\r\n"
        self.last = date + b"Connection: close\r\n\r\n"
