"""Remembers the heads of requests that many readers send alike, so that they are parsed once."""

from __future__ import annotations

from redaksi.edge import answer
from redaksi.edge.reads import is_reader
from redaksi.edge.request import Request

KEPT = 2000
LONGEST_KEPT = 1500
METHOD = b"GET "
END = b"\r\n\r\n"
LINE = b"\r\n"
TAG = b"\r\nIf-None-Match: "
DATE = b"\r\nIf-Modified-Since: "
CONDITIONS = tuple(b"\r\n" + name + b":" for name in answer.CONDITIONS)
NOT_ALIKE = {b"authorization", b"cookie"}
"""The headers that are a reader's own."""


class Heads(dict[bytes, str]):
    """Which coding suits best, by all that follows the address in a request's first bytes.

    A browser sends the same headers with every page, and so do all of its version. The key is
    what the parser accepted before, byte for byte, and the address beside it is one of a page in
    memory: so the parser would say nothing else about this request than it said then. What
    browsers add when they have the page is no part of the key.
    """

    def __init__(self) -> None:
        super().__init__()
        self.machines: set[bytes] = set()
        """Those of the keys that are sent by no reader."""

    def learn(self, data: bytes, request: Request, coding: str) -> None:
        """Remember the head of a request that was all of what came, if it is a plain one."""
        if not data.startswith(METHOD) or data.find(END) != len(data) - len(END):
            return
        plain = without(without(data, TAG)[0], DATE)[0]
        rest = plain[plain.index(b" ", len(METHOD)) :]
        is_alike = not request.is_last and request.body is None and request.names_its_host
        if len(rest) > LONGEST_KEPT or not is_alike or NOT_ALIKE & request.fields.keys():
            return
        # Written otherwise than browsers do, a condition would be taken for none later.
        if any(condition in rest.lower() for condition in CONDITIONS):
            return
        if len(self) >= KEPT:
            self.clear()
            self.machines.clear()
        self[rest] = coding
        if not is_reader(request.fields):
            self.machines.add(rest)


def without(data: bytes, name: bytes) -> tuple[bytes, bytes]:
    """Return a head without a header's line, and the header's value; empty when it is not there."""
    at = data.find(name)
    if at < 0:
        return data, b""
    end = data.find(LINE, at + len(name))
    return data[:at] + data[end:], data[at + len(name) : end]
