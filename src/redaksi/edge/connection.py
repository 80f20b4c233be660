"""One connection: its requests are answered one after the other, in their order."""

from __future__ import annotations

import asyncio
import fcntl
import logging
import sys
import termios
from collections import deque
from collections.abc import Coroutine
from typing import TYPE_CHECKING, Any, cast

from redaksi.edge.exchange import Exchange
from redaksi.edge.heads import END
from redaksi.edge.reading import Reader, Refused
from redaksi.edge.request import Request

if TYPE_CHECKING:
    from redaksi.edge.server import Server

SECONDS_FOR_HEADERS = 15.0
"""How long a head may take, and how long a kept connection may say nothing."""

SECONDS_TO_TAKE = 60.0
"""How long a client may take nothing of what waits for it."""

SECONDS_TO_LINGER = 5.0
"""How long what a client still sends is thrown away after it was refused (RFC 9112, 9.6)."""

_log = logging.getLogger(__name__)


class Connection(asyncio.Protocol):
    """Answers at once what can be, and has at most one answer under way that takes longer."""

    def __init__(self, server: Server) -> None:
        self._server = server
        self._transport: asyncio.Transport | None = None
        self._reader: Reader
        self._latest: Request | None = None
        self._waiting: deque[Request] = deque()
        self._work: asyncio.Task[None] | None = None
        self._taken = asyncio.Event()
        self._taken.set()
        self._since = server.now
        self._is_idle = True
        self._is_clean = True
        self._takes_no_more = False
        self._says_no_more = False
        self._is_finishing = False
        self._left = (0, 0)

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Begin to listen, unless there are too many already."""
        self._transport = cast("asyncio.Transport", transport)
        peer = transport.get_extra_info("peername")
        self._reader = Reader(peer[0] if peer else "", self._take, self.go_on_reading)
        if not self._server.admit(self):
            self._transport.abort()

    def connection_lost(self, exc: Exception | None) -> None:
        """Let go of everything; work under way goes on and finds nobody to tell."""
        self._server.forget(self)
        self._transport = None
        self._waiting.clear()
        self._taken.set()
        self._reader.break_off()

    def eof_received(self) -> bool:
        """Close, or first answer what was asked by a client that only stopped sending."""
        self._takes_no_more = True
        self._reader.break_off()
        return self._work is not None or bool(self._waiting)

    # What the client sends.

    def data_received(self, data: bytes) -> None:
        """Take in what came."""
        if self._takes_no_more:
            return
        if self._is_clean and (hot := self._server.edge.hot(data)) is not None:
            self._since = self._server.now
            self.write(b"".join((hot[0], self._server.endings.going_on, hot[1])))
            return
        if self._is_idle:
            self._is_idle = False
            self._since = self._server.now
        self._read(data)

    def _read(self, data: bytes) -> None:
        was_clean, self._is_clean = self._is_clean, False
        try:
            self._reader.feed(data)
        except Refused as refusal:
            self._refuse(refusal.status)
        else:
            self._is_clean = data.endswith(END) and self._is_at_rest
            if self._is_clean and was_clean and self._latest is not None:
                self._server.edge.learn(data, self._latest)
        self._latest = None

    @property
    def _is_at_rest(self) -> bool:
        """Whether nothing is under way, so that what comes next begins a head."""
        is_reading = self._reader.is_in_message or bool(self._waiting)
        return not is_reading and self._work is None and self._taken.is_set()

    def _take(self, request: Request) -> None:
        """Answer a request, or let it wait for those before it."""
        if self._takes_no_more:
            return
        self._latest = request
        if self._work is None and not self._waiting and self._taken.is_set():
            self._begin(request)
        else:
            self._waiting.append(request)
            self.go_on_reading()

    # What it gets.

    def _begin(self, request: Request) -> None:
        exchange = Exchange(self, request)
        work = self._server.edge.answer(request, exchange)
        if work is None:
            self._answered(request)
        else:
            self._work = self._server.loop.create_task(self._follow(work, exchange))

    async def _follow(self, work: Coroutine[Any, Any, None], exchange: Exchange) -> None:
        try:
            await work
        except ConnectionError:
            self.hang_up()
        except Exception:
            _log.exception("a request could not be answered")
            if exchange.is_answered:
                self.hang_up()
            else:
                self._server.edge.failing.send(500, exchange.request, exchange)
        self._work = None
        self._answered(exchange.request)
        self._go_on()

    def _answered(self, request: Request) -> None:
        self._since = self._server.now
        self._is_idle = True
        if self._transport is None:
            return
        if request.body is not None and not request.body.is_over:
            self._linger()
        elif request.is_last or (self._is_over and not self._waiting):
            self._takes_no_more = True
            self._waiting.clear()
            self._transport.close()

    @property
    def _is_over(self) -> bool:
        return self._takes_no_more or self._is_finishing

    def _go_on(self) -> None:
        while self._waiting and self._work is None and self._taken.is_set():
            self._begin(self._waiting.popleft())
        self.go_on_reading()

    def _refuse(self, status: int) -> None:
        self._takes_no_more = True
        self._reader.spoil()
        if self._work is None and not self._waiting:
            request = Request(b"GET", b"/", {}, [], "", is_last=True)
            self._server.edge.failing.send(status, request, Exchange(self, request))
            self._linger()

    def _linger(self) -> None:
        self._takes_no_more = True
        self._waiting.clear()
        self._since = self._server.now
        if self._transport is not None and not self._transport.is_closing():
            self._says_no_more = True
            self._transport.resume_reading()
            self._transport.write_eof()

    # The line, as an exchange sees it.

    def ending(self, request: Request) -> bytes:
        """Return the end of the head, which says whether the connection goes on."""
        if request.body is not None and not request.body.is_over:
            request.is_last = True
        endings = self._server.endings
        return endings.last if request.is_last else endings.going_on

    def write(self, data: bytes) -> None:
        """Send bytes; they wait in memory as long as the client does not take them."""
        transport = self._transport
        if transport is not None and not self._says_no_more and not transport.is_closing():
            transport.write(data)

    async def taken(self) -> None:
        """Wait until the client has taken enough; raises ConnectionResetError when it is gone."""
        await self._taken.wait()
        if self._transport is None:
            raise ConnectionResetError

    def go_on_reading(self) -> None:
        """Read as long as there is room for what comes."""
        if self._transport is None or self._transport.is_closing():
            return
        body = self._reader.body
        if self._waiting or (body is not None and body.is_much):
            self._transport.pause_reading()
        else:
            self._transport.resume_reading()

    def hang_up(self) -> None:
        """Close at once, whatever was promised."""
        if self._transport is not None:
            self._transport.abort()

    def pause_writing(self) -> None:
        """Answer nothing more until the client has taken what waits for it."""
        self._since = self._server.now
        self._is_clean = False
        self._taken.clear()

    def resume_writing(self) -> None:
        """Go on."""
        self._since = self._server.now
        self._taken.set()
        self._go_on()

    # The clock.

    def look_at_the_clock(self) -> None:
        """Close when the client keeps us waiting too long."""
        if not self._taken.is_set() and self._left != (left := self._what_is_left()):
            self._left = left
            self._since = self._server.now
        silence = self._server.now - self._since
        if not self._taken.is_set():
            is_late = silence > SECONDS_TO_TAKE
        elif self._work is not None:
            # Bodies and the newsroom have limits of their own.
            is_late = False
        else:
            is_late = silence > (SECONDS_TO_LINGER if self._takes_no_more else SECONDS_FOR_HEADERS)
        if is_late:
            self.hang_up()

    def _what_is_left(self) -> tuple[int, int]:
        """Return the bytes that wait here and those that the network has not delivered."""
        if self._transport is None:
            return 0, 0
        descriptor = self._transport.get_extra_info("socket").fileno()
        answer = fcntl.ioctl(descriptor, termios.TIOCOUTQ, bytes(4))
        return self._transport.get_write_buffer_size(), int.from_bytes(answer, sys.byteorder)

    def finish(self) -> None:
        """Close as soon as nothing is under way."""
        self._is_finishing = True
        if self._work is None and not self._waiting and self._transport is not None:
            self._transport.close()
