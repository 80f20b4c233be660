"""Hands everything that is not pressed on to the newsroom, a limited number at a time."""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from typing import IO
from urllib.parse import quote

from redaksi.edge.bodies import receive
from redaksi.edge.exchange import Exchange
from redaksi.edge.newsroom import HOP_BY_HOP, SECONDS_TO_ANSWER, Newsroom, Question, Reply
from redaksi.edge.request import Request
from redaksi.edge.visitors import Proxies, has_session
from redaksi.edge.wire import Headers

DROPPED = HOP_BY_HOP | {
    "content-length",
    "expect",
    "forwarded",
    "x-forwarded-for",
    "x-forwarded-host",
    "x-forwarded-port",
    "x-forwarded-prefix",
    "x-forwarded-proto",
    "x-real-ip",
}
"""The request headers that go no further; length and who is asking are written anew."""

PLAIN_IN_PATHS = "/!$&'()*+,;=:@~-._"
"""The characters that a path may hold as they are (RFC 3986, 3.3)."""


class Busy(Exception):
    """As much is under way as may be."""


class Places:
    """A number of places, each taken at once or not at all; for one event loop."""

    def __init__(self, number: int) -> None:
        self.number = number
        self._free = number

    @contextmanager
    def one(self) -> Iterator[None]:
        """Take a place for a while; raises Busy when none is free."""
        if not self._free:
            raise Busy
        self._free -= 1
        try:
            yield
        finally:
            self._free += 1


class Shares:
    """A number of places of which nobody has more than a share; for one event loop."""

    def __init__(self, number: int, share: int) -> None:
        self._places = Places(number)
        self._share = share
        self._taken: Counter[str] = Counter()

    @contextmanager
    def one(self, who: str) -> Iterator[None]:
        """Take a place for a while; raises Busy when none is free for this one."""
        if self._taken[who] >= self._share:
            raise Busy
        with self._places.one():
            self._taken[who] += 1
            try:
                yield
            finally:
                self._taken[who] -= 1
                if not self._taken[who]:
                    del self._taken[who]


@dataclass(frozen=True)
class Limits:
    """How much may be under way at once, in one edge process."""

    forwards: int
    """Requests that the newsroom has in hand or in its queue."""

    uploads: int
    """Bodies that are coming in."""

    uploads_of_one: int
    """Those of one visitor."""

    longest_body: int
    """Bytes."""


class Forwarding:
    """The way from this process to the newsroom.

    Waiting for the newsroom is done by threads that do nothing else; there are as many as
    requests may be under way, so none of them ever waits for a thread.
    """

    def __init__(self, newsroom: Newsroom, proxies: Proxies, limits: Limits) -> None:
        self._newsroom = newsroom
        self._proxies = proxies
        self._longest_body = limits.longest_body
        self._forwards = Places(limits.forwards)
        self._uploads = Shares(limits.uploads, limits.uploads_of_one)
        self._waiting = ThreadPoolExecutor(limits.forwards, "forwarding")

    async def send(self, request: Request, exchange: Exchange) -> None:
        """Answer as the newsroom does.

        Raises:
            Busy: when it has too much in hand already.
            Unreachable: when it does not answer.
            TooLong, BrokenOff, Spoilt: when the request's body cannot be taken.
        """
        if request.body is None:
            await self._forward(request, exchange, None, 0)
            return
        with self._uploads.one(self._proxies.visitor(request)):
            received = await receive(request.headers, exchange, self._longest_body)
        with received.file:
            await self._forward(request, exchange, received.file, received.length)

    async def _forward(
        self, request: Request, exchange: Exchange, body: IO[bytes] | None, length: int
    ) -> None:
        with self._forwards.one():
            reply = await self._ask(self._question(request, body, length), SECONDS_TO_ANSWER)
            reply.say_who_may_keep(is_personal=has_session(request.headers))
            await self._pass_on(reply, request, exchange)

    async def send_private(self, request: Request, exchange: Exchange, *, seconds: float) -> bool:
        """Answer with the newsroom's own view of a page; return False when it has none.

        Raises:
            Busy, Unreachable: as ``send`` does.
        """
        with self._forwards.one():
            reply = await self._ask(self._question(request, None, 0), seconds)
            if reply.status >= 500:
                reply.close()
                return False
            reply.make_private()
            await self._pass_on(reply, request, exchange)
            return True

    def _question(self, request: Request, body: IO[bytes] | None, length: int) -> Question:
        headers = request_headers(request) + self._proxies.word_on_the_visitor(request)
        method = request.method.decode("ascii")
        return Question(method, target_of(request), headers, body, length)

    async def _ask(self, question: Question, seconds: float) -> Reply:
        loop = asyncio.get_running_loop()
        return await loop.run_in_executor(self._waiting, self._newsroom.ask, question, seconds)

    async def _pass_on(self, reply: Reply, request: Request, exchange: Exchange) -> None:
        if reply.rest is None:
            if request.method == b"HEAD" or not reply.start:
                exchange.response_empty(reply.status, reply.headers)
            else:
                exchange.response_bytes(reply.status, reply.headers, reply.start)
            return
        loop = asyncio.get_running_loop()
        try:
            stream = exchange.response_stream(reply.status, reply.headers)
            piece = reply.start
            while piece:
                await stream.send_bytes(piece)
                piece = await loop.run_in_executor(self._waiting, reply.rest)
            stream.end()
        finally:
            reply.close()


def target_of(request: Request) -> str:
    """Write path and query as they stand in a request line."""
    path = quote(request.path, safe=PLAIN_IN_PATHS)
    return f"{path}?{request.query_string}" if request.query_string else path


def request_headers(request: Request) -> Headers:
    """Return the visitor's headers that go on to the newsroom.

    WSGI cannot tell ``x_real_ip`` from ``x-real-ip``, so names with "_" go no further.
    """
    named = (request.headers.get("connection") or "").lower().split(",")
    dropped = DROPPED | {name.strip() for name in named}
    return [
        (name, value)
        for name, value in request.headers.items()
        if name not in dropped and "_" not in name
    ]
