"""Watches from the outside when readers first see something."""

from __future__ import annotations

import http.client
import time
from pathlib import Path

SECONDS_BETWEEN_LOOKS = 0.004
PATIENCE = 120.0


class NeverSeen(Exception):
    """Something that was published did not show."""


class Reader:
    """A reader with one connection at a time, who asks for pages without a coding."""

    def __init__(self, port: int, tree: Path) -> None:
        self._tree = tree
        self._connection = http.client.HTTPConnection("127.0.0.1", port, timeout=PATIENCE)

    def sees(self, address: str, word: str) -> bool:
        """Whether the page at an address shows a word.

        A page that is not pressed yet is not asked for: the newsroom would be kept busy with
        saying so.
        """
        if address != "/" and not (self._tree / f"{address[1:-1]}.html.br").exists():
            return False
        self._connection.request("GET", address, headers={"Accept": "text/html"})
        answer = self._connection.getresponse()
        body = answer.read()
        return answer.status == 200 and "ETag" in answer.headers and word.encode() in body

    def close(self) -> None:
        """Close the connection; the next question opens another."""
        self._connection.close()


def first_seen(reader: Reader, addresses: list[str], word: str) -> dict[str, float]:
    """Wait until all pages show a word; return the monotonic time when each first did.

    Raises:
        NeverSeen: if one does not for two minutes.
    """
    # The edge ends connections on which nothing has been asked for a while.
    reader.close()
    seen: dict[str, float] = {}
    deadline = time.monotonic() + PATIENCE
    while missing := [address for address in addresses if address not in seen]:
        for address in missing:
            if reader.sees(address, word):
                seen[address] = time.monotonic()
        if time.monotonic() > deadline:
            raise NeverSeen(f"{word} on {', '.join(missing)}")
        time.sleep(SECONDS_BETWEEN_LOOKS)
    return seen
