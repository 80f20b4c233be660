"""The edge itself: answers from the page store (RSGI), or forwards."""

from __future__ import annotations

import re
from dataclasses import dataclass

from redaksi.edge.answer import Answer
from redaksi.edge.bodies import BrokenOff, TooLong
from redaksi.edge.codings import Codings
from redaksi.edge.failing import Failing
from redaksi.edge.forwarding import Busy, Forwarding
from redaksi.edge.media import send_media
from redaksi.edge.memory import Memory
from redaksi.edge.newsroom import Unreachable
from redaksi.edge.rsgi import Exchange, Scope
from redaksi.edge.tree import Tree
from redaksi.edge.visitors import has_session

LONGEST_PATH = 4000
SECONDS_FOR_STAFF = 5.0
"""How long somebody who is signed in waits for a page that readers have at once."""

_HOSTILE = re.compile(r"[\x00-\x1f\x7f\\]|(?:^|/)\.\.?(?:/|$)|^[^/]|^$")


@dataclass
class Edge:
    """Answers every request of one process."""

    memory: Memory
    tree: Tree
    forwarding: Forwarding
    failing: Failing
    codings: Codings

    async def __rsgi__(self, scope: Scope, exchange: Exchange) -> None:
        """Answer one request."""
        headers = scope.headers
        if headers.get("host") is None and scope.http_version == "1.1":
            # RFC 9112, 3.2.
            return self.failing.send(400, scope, exchange)
        if scope.method not in ("GET", "HEAD"):
            return await self._elsewhere(scope, exchange)
        wanted = self.codings[headers.get("accept-encoding") or ""]
        answer = self._pressed(scope.path, wanted)
        if answer is None:
            return await self._elsewhere(scope, exchange)
        if answer.is_page and has_session(headers):
            return await self._for_staff(answer, scope, exchange)
        return answer.send(scope, exchange)

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

    async def _for_staff(self, pressed: Answer, scope: Scope, exchange: Exchange) -> None:
        """Show the newsroom's own view of a page, or the pressed one when it gives none."""
        try:
            is_sent = await self.forwarding.send_private(scope, exchange, seconds=SECONDS_FOR_STAFF)
        except (Busy, Unreachable):
            is_sent = False
        if not is_sent:
            pressed.send(scope, exchange)

    async def _elsewhere(self, scope: Scope, exchange: Exchange) -> None:
        """Answer what is not among the pages: media, the newsroom, and nonsense."""
        if len(scope.path) > LONGEST_PATH or _HOSTILE.search(scope.path):
            return self.failing.send(404, scope, exchange)
        if scope.method in ("GET", "HEAD") and send_media(self.tree, scope, exchange):
            return None
        try:
            await self.forwarding.send(scope, exchange)
        except Busy:
            self.failing.send(503, scope, exchange)
        except Unreachable as problem:
            self.failing.send(504 if problem.is_slow else 503, scope, exchange)
        except TooLong:
            self.failing.send(413, scope, exchange)
        except BrokenOff:
            self.failing.send(408, scope, exchange)
