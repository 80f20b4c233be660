"""Remembers the heads of requests that many readers send alike, so that they are parsed once."""

from __future__ import annotations

from redaksi.edge.request import Request

KEPT = 2000
LONGEST_KEPT = 1500
METHOD = b"GET "
END = b"\r\n\r\n"
NOT_ALIKE = {b"authorization", b"cookie", b"if-modified-since", b"if-none-match"}
"""The headers that are a reader's own, or that ask for something else than the page."""


class Heads(dict[bytes, str]):
    """Which coding suits best, by all that follows the address in a request's first bytes.

    A browser sends the same headers with every page, and so do all of its version. The key is
    what the parser accepted before, byte for byte, and the address beside it is one of a page in
    memory: so the parser would say nothing else about this request than it said then.
    """

    def learn(self, data: bytes, request: Request, coding: str) -> None:
        """Remember the head of a request that was all of what came, if it is a plain one."""
        if not data.startswith(METHOD) or data.find(END) != len(data) - len(END):
            return
        rest = data[data.index(b" ", len(METHOD)) :]
        is_plain = not request.is_last and request.body is None and b"host" in request.fields
        if len(rest) > LONGEST_KEPT or not is_plain or NOT_ALIKE & request.fields.keys():
            return
        if len(self) >= KEPT:
            self.clear()
        self[rest] = coding
