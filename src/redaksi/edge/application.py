"""The edge itself: answers from the page store, or forwards."""

from __future__ import annotations

import re
from collections.abc import Coroutine
from dataclasses import dataclass, field
from typing import Any

from redaksi.edge.answer import Answer
from redaksi.edge.bodies import BrokenOff, TooLong
from redaksi.edge.codings import Codings
from redaksi.edge.exchange import Exchange
from redaksi.edge.failing import Failing
from redaksi.edge.forwarding import Busy, Forwarding
from redaksi.edge.heads import DATE, METHOD, TAG, Heads, without
from redaksi.edge.incoming import Spoilt
from redaksi.edge.media import send_media
from redaksi.edge.memory import Memory
from redaksi.edge.newsroom import Unreachable
from redaksi.edge.reads import Reads, is_reader
from redaksi.edge.request import Request
from redaksi.edge.tree import Tree
from redaksi.edge.visitors import has_session
from redaksi.pagestore.generation import Generation

LONGEST_PATH = 4000
SECONDS_FOR_STAFF = 5.0
"""How long somebody who is signed in waits for a page that readers have at once."""

_HOSTILE = re.compile(r"[\x00-\x1f\x7f\\]|(?:^|/)\.\.?(?:/|$)|^[^/]|^$")


@dataclass
class Edge:
    """Answers every request of one process."""

    generation: Generation
    memory: Memory
    tree: Tree
    forwarding: Forwarding
    failing: Failing
    codings: Codings
    reads: Reads
    heads: Heads = field(default_factory=Heads)

    def answer(self, request: Request, exchange: Exchange) -> Coroutine[Any, Any, None] | None:
        """Answer at once what lies in memory or among the pages; return the work of the rest."""
        fields = request.fields
        if not request.names_its_host:
            self.failing.send(400, request, exchange)
            return None
        if request.method not in (b"GET", b"HEAD"):
            return self._elsewhere(request, exchange)
        wanted = self.codings[request.accepted]
        answer = self._pressed(request.path, wanted)
        if answer is None:
            return self._elsewhere(request, exchange)
        if answer.is_page and b"cookie" in fields and has_session(request.headers):
            return self._for_staff(answer, request, exchange)
        if answer.is_page and request.method == b"GET" and is_reader(fields):
            self.reads.count(request.path)
        answer.send(request, exchange)
        return None

    def hot(self, data: bytes) -> tuple[bytes, bytes] | None:
        """Return head and body of the answer from memory to all of these bytes, if they ask alike.

        To a browser that names the very page in memory it is 304.
        """
        answer, read = self._in_memory(data)
        if answer is not None:
            if read and answer.is_page:
                self.reads.count(read)
            return answer.head, answer.body
        bare, tag = without(data, TAG)
        if not tag:
            return None
        bare, date = without(bare, DATE)
        answer, read = self._in_memory(bare)
        if answer is None or answer.unchanged is None or not answer.is_echoed(tag, date):
            return None
        if read and answer.is_page:
            self.reads.count(read)
        return answer.unchanged, b""

    def _in_memory(self, data: bytes) -> tuple[Answer | None, str]:
        """Return what is asked for, and its address if a reader asks; empty for a machine."""
        end = data.find(b" ", len(METHOD))
        rest = data[end:]
        coding = self.heads.get(rest)
        if coding is None or not data.startswith(METHOD):
            return None, ""
        address = data[len(METHOD) : end].decode("latin-1")
        answer = self.memory.shelf().get((address, coding))
        return answer, "" if rest in self.heads.machines else address

    def learn(self, data: bytes, request: Request) -> None:
        """Remember how readers ask who ask like this one."""
        wanted = self.codings[request.accepted]
        self.heads.learn(data, request, wanted[0])

    def _pressed(self, address: str, wanted: tuple[str, ...]) -> Answer | None:
        shelf = self.memory.shelf()
        known = shelf.get((address, wanted[0]))
        if known is not None:
            return known
        answer = self.tree.find(address, wanted)
        # Another coding than the best wanted one does not suit everybody who wants that.
        if answer is not None and answer.coding in ("", wanted[0]) and answer.is_small:
            shelf.put((address, wanted[0]), answer)
        return answer

    async def _for_staff(self, pressed: Answer, request: Request, exchange: Exchange) -> None:
        """Show the newsroom's own view of a page, or the pressed one when it gives none."""
        try:
            is_sent = await self.forwarding.send_private(
                request, exchange, seconds=SECONDS_FOR_STAFF
            )
        except (Busy, Unreachable):
            is_sent = False
        if not is_sent:
            pressed.send(request, exchange)

    async def _elsewhere(self, request: Request, exchange: Exchange) -> None:
        """Answer what is not among the pages: media, the newsroom, and nonsense."""
        if len(request.path) > LONGEST_PATH or _HOSTILE.search(request.path):
            return self.failing.send(404, request, exchange)
        if request.has_coded_body:
            return self.failing.send(501, request, exchange)
        if request.method in (b"GET", b"HEAD") and await send_media(self.tree, request, exchange):
            return None
        try:
            await self.forwarding.send(request, exchange)
        except Busy:
            self.failing.send(503, request, exchange)
        except Unreachable as problem:
            self.failing.send(504 if problem.is_slow else 503, request, exchange)
        except TooLong:
            self.failing.send(413, request, exchange)
        except BrokenOff:
            self.failing.send(408, request, exchange)
        except Spoilt:
            self.failing.send(400, request, exchange)
