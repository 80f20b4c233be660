"""A reader that never stops: asks the edge for every page in turn and takes down what it got."""

from __future__ import annotations

import gzip
import hashlib
import http.client
import itertools
import multiprocessing
import time
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

import brotli
import zstandard

from redaksi.pagestore.coding import Torn
from redaksi.pagestore.tree import Tree

FORK = multiprocessing.get_context("fork")
DECODERS = {
    "": bytes,
    "gzip": gzip.decompress,
    "br": brotli.decompress,
    "zstd": lambda data: zstandard.ZstdDecompressor().decompressobj().decompress(data),
}
PAUSE = 0.003
#: Where something was read: through the edge, or in the tree as nginx reads it.
EDGE, TREE = "edge", "tree"


@dataclass(frozen=True)
class Answer:
    """One answer as a reader sees it; ``problem`` says what made it unreadable."""

    address: str
    status: int
    digest: str
    version: int = -1
    """The number that ``marked`` wrote into the story's headline."""

    problem: str = ""
    where: str = EDGE
    """``tree``, or ``edge`` with the coding that was asked for."""


@dataclass
class Notes:
    """What the reader saw: each change of each address in order, and how many answers in all."""

    answers: int = 0
    changes: list[Answer] = field(default_factory=list)
    slowest: float = 0.0
    """Seconds that the slowest answer took."""


def marked(version: int) -> str:
    """Return the headline of a story's version."""
    return f"Cerita versi{version}"


def digest_of(status: int, body: bytes, location: str = "") -> str:
    """Return what tells one rendering from another."""
    return hashlib.sha256(b"%d %s\n" % (status, location.encode()) + body).hexdigest()[:16]


class Reader:
    """A process that reads until it is told to stop."""

    def __init__(self, port: int, addresses: Path, tree: Path) -> None:
        """Read what is listed in a file, one address first in each line, which may grow."""
        self._stop = FORK.Event()
        self._notes, sending = FORK.Pipe(duplex=False)
        self._process = FORK.Process(
            target=_read, args=(port, addresses, Tree(tree), self._stop, sending), daemon=True
        )
        self._process.start()
        sending.close()

    def stop(self) -> Notes:
        """End the reading and return what was seen."""
        self._stop.set()
        notes: Notes = self._notes.recv()
        self._process.join()
        return notes


def _read(port: int, addresses: Path, tree: Tree, stop: Any, notes: Connection) -> None:
    seen, last = Notes(), dict[tuple[str, str], Answer]()
    line, codings = Line(port), itertools.cycle(DECODERS)
    while not stop.is_set():
        for address in _listed(addresses):
            started = time.monotonic()
            coding = next(codings)
            # The files of a page are moved one after the other; a browser reads one of them.
            answer = replace(line.ask(address, coding), where=f"{EDGE} {coding}".strip())
            seen.slowest = max(seen.slowest, time.monotonic() - started)
            for found in (answer, *_in_tree(tree, address)):
                seen.answers += 1
                if last.get((found.where, address)) != found:
                    last[found.where, address] = found
                    seen.changes.append(found)
            time.sleep(PAUSE)
        time.sleep(PAUSE)
    notes.send(seen)


def _in_tree(tree: Tree, address: str) -> Iterator[Answer]:
    """Return what each file of a page says."""
    for status in tree.statuses(address):
        try:
            bodies = tree.bodies(address, status)
        except Torn as problem:
            yield Answer(address, status, "", problem=f"torn: {problem}", where=TREE)
            continue
        for body in bodies:
            if body is not None and status == 301:
                yield Answer(
                    address, status, digest_of(status, b"", body.decode().strip()), -1, "", TREE
                )
            elif body is not None:
                yield Answer(address, status, digest_of(status, body), _version_in(body), "", TREE)


def _listed(addresses: Path) -> Iterable[str]:
    text = addresses.read_text() if addresses.exists() else ""
    return dict.fromkeys(line.split("\t")[0] for line in text.splitlines())


class Line:
    """A connection that is kept, and made anew when it breaks."""

    def __init__(self, port: int) -> None:
        self._connection = http.client.HTTPConnection("127.0.0.1", port, timeout=30)

    def ask(self, address: str, coding: str) -> Answer:
        try:
            self._connection.request("GET", address, headers={"Accept-Encoding": coding})
            response = self._connection.getresponse()
            return _answer(address, response, response.read())
        except (OSError, http.client.HTTPException) as problem:
            self._connection.close()
            return Answer(address, 0, "", problem=repr(problem))


def _answer(address: str, response: http.client.HTTPResponse, body: bytes) -> Answer:
    coding = response.headers.get("Content-Encoding", "")
    try:
        body = DECODERS[coding](body)
    except Exception as problem:
        return Answer(address, response.status, "", problem=f"torn {coding}: {problem!r}")
    location = response.headers.get("Location", "")
    digest = digest_of(response.status, b"" if location else body, location)
    return Answer(address, response.status, digest, _version_in(body))


def _version_in(body: bytes) -> int:
    found = body.partition(b"<h1")[2].partition(b"</h1>")[0].partition(b"versi")[2]
    number = found[: len(found) - len(found.lstrip(b"0123456789"))]
    return int(number) if number else -1
