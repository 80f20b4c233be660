"""Watches from the outside when readers first see something."""

from __future__ import annotations

import http.client
import time
from collections.abc import Callable, Mapping
from pathlib import Path

from redaksi.pagestore.addresses import file_name

Sign = Callable[[bytes], bool]
"""Whether a page shows what is waited for."""

SECONDS_BETWEEN_LOOKS = 0.004
PATIENCE = 120.0


class NeverSeen(Exception):
    """Something that was published did not show."""


class Reader:
    """A reader with one connection at a time, who asks for pages without a coding."""

    def __init__(self, port: int, tree: Path) -> None:
        self._tree = tree
        self._connection = http.client.HTTPConnection("127.0.0.1", port, timeout=PATIENCE)

    def sees(self, address: str, sign: Sign) -> bool:
        """Whether the page at an address shows the sign.

        A page that is not pressed yet is not asked for: the newsroom would be kept busy with
        saying so.
        """
        body = self.body(address)
        return body is not None and sign(body)

    def body(self, address: str) -> bytes | None:
        """Return the finished page at an address; None while there is none."""
        if not (self._tree / f"{file_name(address)}.br").exists():
            return None
        self._connection.request("GET", address, headers={"Accept": "text/html"})
        answer = self._connection.getresponse()
        body = answer.read()
        return body if answer.status == 200 and "ETag" in answer.headers else None

    def close(self) -> None:
        """Close the connection; the next question opens another."""
        self._connection.close()


def shows(word: str) -> Sign:
    """Return the sign that a page has a word."""
    return lambda body: word.encode() in body


def first_seen(reader: Reader, signs: Mapping[str, Sign]) -> dict[str, float]:
    """Wait until each address shows its sign; return the monotonic time when it first did.

    Raises:
        NeverSeen: if one does not for two minutes.
    """
    # The edge ends connections on which nothing has been asked for a while.
    reader.close()
    seen: dict[str, float] = {}
    deadline = time.monotonic() + PATIENCE
    while missing := [address for address in signs if address not in seen]:
        for address in missing:
            if reader.sees(address, signs[address]):
                seen[address] = time.monotonic()
        if time.monotonic() > deadline:
            raise NeverSeen(", ".join(missing))
        time.sleep(SECONDS_BETWEEN_LOOKS)
    return seen
