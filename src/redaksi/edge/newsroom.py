"""Asks the newsroom over its Unix socket and reads its answer."""

from __future__ import annotations

import http.client
import socket
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import IO

from redaksi.edge.wire import Headers

SECONDS_TO_CONNECT = 2.0
SECONDS_TO_ANSWER = 60.0
AT_ONCE = 2 * 1024 * 1024
"""Up to so many bytes an answer is read whole, so that a slow reader holds no newsroom thread."""

PIECE = 256 * 1024
HOP_BY_HOP = frozenset(
    {
        "connection",
        "keep-alive",
        "proxy-authenticate",
        "proxy-authorization",
        "proxy-connection",
        "te",
        "trailer",
        "transfer-encoding",
        "upgrade",
    }
)
"""The headers that are about one connection only (RFC 9110, 7.6.1)."""

OWN = frozenset({"date", "server"})
"""The headers that the edge's own server writes."""


class Unreachable(Exception):
    """The newsroom is not running, or did not begin to answer in time."""

    def __init__(self, *, is_slow: bool) -> None:
        super().__init__()
        self.is_slow = is_slow
        """Whether it took the request and may still be working on it."""


@dataclass(frozen=True)
class Question:
    """A request as it goes to the newsroom."""

    method: str
    target: str
    headers: Headers
    body: IO[bytes] | None = None
    length: int = 0


@dataclass
class Reply:
    """The newsroom's answer.

    ``start`` is the whole body, unless there is a ``rest``: that gives piece after piece of what
    follows, waits for each, and gives none at the end.
    """

    status: int
    headers: Headers
    start: bytes
    rest: Callable[[], bytes] | None
    close: Callable[[], None]

    def make_private(self) -> None:
        """Say that only the visitor's own browser may keep the answer, and has to ask again."""
        kept = [header for header in self.headers if header[0].lower() != "cache-control"]
        self.headers = [*kept, ("Cache-Control", "private, no-cache")]

    def say_who_may_keep(self, *, is_personal: bool) -> None:
        """Let nobody keep, without asking again, an answer that says nothing about it.

        Caches would choose for themselves how long they keep it (RFC 9111, 4.2.2), even a page
        that holds more than readers see because somebody who is signed in asked for it.
        """
        if not any(name.lower() == "cache-control" for name, _value in self.headers):
            value = "private, no-cache" if is_personal else "no-cache"
            self.headers = [*self.headers, ("Cache-Control", value)]


class Newsroom:
    """The newsroom processes behind one Unix socket.

    Each request has a connection of its own: on a Unix socket that costs a few microseconds,
    and a kept one may be closed at the moment when a story is posted on it.
    """

    def __init__(self, path: str) -> None:
        self._path = path

    def ask(self, question: Question, seconds: float) -> Reply:
        """Send a request and wait at most so many seconds at a time; the reply must be closed.

        Raises:
            Unreachable: when there is no answer.
        """
        connection = _Connection(self._path, seconds)
        try:
            return _reply(connection, _exchange(connection, question))
        except TimeoutError:
            connection.close()
            raise Unreachable(is_slow=True) from None
        except (OSError, http.client.HTTPException):
            connection.close()
            raise Unreachable(is_slow=False) from None
        except BaseException:
            connection.close()
            raise


class _Connection(http.client.HTTPConnection):
    def __init__(self, path: str, seconds: float) -> None:
        super().__init__("newsroom", timeout=seconds)
        self._path = path

    def connect(self) -> None:
        """Connect to the socket; a full queue counts as not running."""
        self.sock = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        self.sock.settimeout(SECONDS_TO_CONNECT)
        try:
            self.sock.connect(self._path)
        except TimeoutError as problem:
            raise ConnectionRefusedError from problem
        self.sock.settimeout(self.timeout)


def _exchange(connection: _Connection, question: Question) -> http.client.HTTPResponse:
    connection.putrequest(
        question.method, question.target, skip_host=True, skip_accept_encoding=True
    )
    for name, value in question.headers:
        connection.putheader(name, value.encode("latin-1"))
    if question.body is not None:
        connection.putheader("Content-Length", str(question.length))
    connection.putheader("Connection", "close")
    try:
        connection.endheaders(question.body)
    except (BrokenPipeError, ConnectionResetError):
        # The newsroom may refuse a long body before it has read it; then the answer is there.
        return connection.getresponse()
    return connection.getresponse()


def _reply(connection: _Connection, response: http.client.HTTPResponse) -> Reply:
    start = response.read(AT_ONCE)
    over = response.isclosed() or len(start) < AT_ONCE
    if over:
        connection.close()
    headers = [
        (name, value)
        for name, value in response.getheaders()
        if name.lower() not in HOP_BY_HOP | OWN and _is_sendable(value)
    ]
    rest = None if over else partial(response.read, PIECE)
    return Reply(response.status, headers, start, rest, connection.close)


def _is_sendable(value: str) -> bool:
    # Nothing that could begin another header goes on, whatever the newsroom says.
    return value.isascii() and value.isprintable()
