"""Counts how often readers open pages: a number for each address, and nothing about the readers.

Every process keeps its own numbers in memory and now and then leaves them in a file
(``pages/reads/<process>.json``), which the worker adds up and takes away. While a file lies
there the process goes on counting in memory, so a worker that stands still costs one file.
"""

from __future__ import annotations

import json
import os
import re
from contextlib import suppress
from functools import lru_cache
from pathlib import Path

from redaksi.edge.request import Fields

SECONDS_BETWEEN_FILES = 10.0
MOST_ADDRESSES = 20_000
"""Addresses counted at once; more than that between two files are not counted."""

FOLDER = "reads"

# What calls itself a browser and nothing else is taken for a reader.
_MACHINE = re.compile(
    rb"bot|crawl|spider|slurp|https?://|preview|curl|wget|python|java/|go-http|headless|monitor"
    rb"|lighthouse|facebookexternalhit|whatsapp|feed|rss|scan",
    re.IGNORECASE,
)


class Reads:
    """The numbers of one process since its last file."""

    def __init__(self, pages: Path) -> None:
        self._folder = pages / FOLDER
        self._counts: dict[str, int] = {}
        self._next = 0.0

    def count(self, address: str) -> None:
        """Add one."""
        counts = self._counts
        known = counts.get(address)
        if known is not None:
            counts[address] = known + 1
        elif len(counts) < MOST_ADDRESSES:
            counts[address] = 1

    def hand_over(self, now: float) -> None:
        """Leave the numbers for the worker, if it is time and it has taken the last ones.

        ``now`` is in seconds by any clock that does not stand still. What cannot be written is
        kept for the next time: no reader waits for it.
        """
        if now < self._next or not self._counts:
            return
        self._next = now + SECONDS_BETWEEN_FILES
        file = self._folder / f"{os.getpid()}.json"
        with suppress(OSError):
            self._folder.mkdir(exist_ok=True)
            if file.exists():
                return
            part = file.with_suffix(".part")
            part.write_text(json.dumps(self._counts), encoding="ascii")
            part.rename(file)
            self._counts = {}


def is_reader(fields: Fields) -> bool:
    """Whether a request comes from somebody who reads, as far as it tells itself."""
    if b"prefetch" in fields.get(b"sec-purpose", b""):
        return False
    return not _is_machine(fields.get(b"user-agent", b""))


@lru_cache(maxsize=2000)
def _is_machine(agent: bytes) -> bool:
    return not agent or _MACHINE.search(agent) is not None
