"""Reads requests from bytes with httptools (llhttp, as strict as it comes)."""

from __future__ import annotations

import logging
from collections.abc import Callable

import httptools

from redaksi.edge.incoming import Body
from redaksi.edge.request import Fields, Request

LONGEST_HEAD = 64 * 1024
"""Bytes of a head that has not come to its end."""

_log = logging.getLogger(__name__)


class Refused(Exception):
    """What came is no request; nothing that follows it may be taken for one."""

    def __init__(self, status: int) -> None:
        super().__init__(status)
        self.status = status


class Reader:
    """The parser of one connection and what it has found so far."""

    def __init__(
        self, client: str, take: Callable[[Request], None], came: Callable[[], None]
    ) -> None:
        self._client = client
        self._take = take
        self._came = came
        self._parser = httptools.HttpRequestParser(self)
        self._target = b""
        self._fields: Fields = {}
        self._again: list[tuple[bytes, bytes]] = []
        self._framed = self._fields
        self._unfinished = 0
        self._heads = 0
        self.body: Body | None = None
        """The body that is coming in, if one is."""

        self.is_in_message = False
        """Whether a head has ended and its message has not."""

    def feed(self, data: bytes) -> None:
        """Read what came; calls ``take`` with each request, ``came`` with each piece of a body.

        Raises:
            Refused: when it is no request.
        """
        heads = self._heads
        try:
            self._parser.feed_data(data)
        except httptools.HttpParserUpgrade as pause:
            return self._decline(data[pause.args[0] :])
        except httptools.HttpParserCallbackError:
            _log.exception("a request could not be read")
            raise Refused(500) from None
        except httptools.HttpParserError:
            raise Refused(400) from None
        # What follows the end of a head is counted from the next piece on.
        is_still_head = heads == self._heads and not self.is_in_message
        self._unfinished = self._unfinished + len(data) if is_still_head else 0
        if self._unfinished > LONGEST_HEAD:
            raise Refused(431)
        return None

    def _decline(self, rest: bytes) -> None:
        # No other protocol is ever taken up (RFC 9110, 7.8), but the parser has stopped before
        # the body. A new one goes on there as after a head that offers nothing.
        self._parser = httptools.HttpRequestParser(self)
        if self.body is None:
            self.is_in_message = False
        else:
            framing = (
                b"%b: %b\r\n" % (name, self._framed[name])
                for name in (b"content-length", b"transfer-encoding")
                if name in self._framed
            )
            self._parser.feed_data(b"POST / HTTP/1.1\r\n" + b"".join(framing) + b"\r\n")
        if rest:
            self.feed(rest)

    def break_off(self) -> None:
        """Say that nothing more will come."""
        if self.body is not None:
            self.body.break_off()
            self.body = None

    def spoil(self) -> None:
        """Say that what came is no body."""
        if self.body is not None:
            self.body.spoil()
            self.body = None

    def on_url(self, piece: bytes) -> None:
        """Take a piece of the address."""
        if not self.is_in_message:
            self._target += piece

    def on_header(self, name: bytes, value: bytes) -> None:
        """Take a header; those that follow a body in chunks are dropped (RFC 9110, 6.5.1)."""
        if self.is_in_message:
            return
        name = name.lower()
        if name in self._fields:
            self._again.append((name, value))
        else:
            self._fields[name] = value

    def on_headers_complete(self) -> None:
        """Hand the request on."""
        if self.is_in_message:
            return
        self._heads += 1
        self.is_in_message = True
        request = self._request()
        self.body = request.body
        self._take(request)

    def on_body(self, piece: bytes) -> None:
        """Keep a piece of a body for whoever reads it."""
        if self.body is not None:
            self.body.feed(piece)
            self._came()

    def on_message_complete(self) -> None:
        """Make ready for the next request."""
        if self._parser.should_upgrade():
            return
        self.is_in_message = False
        if self.body is not None:
            self.body.end()
            self.body = None

    def _request(self) -> Request:
        parser, fields = self._parser, self._fields
        is_last = not parser.should_keep_alive()
        is_old = (is_last or b"connection" in fields) and parser.get_http_version() == "1.0"
        request = Request(
            parser.get_method(),
            self._target,
            fields,
            self._again,
            self._client,
            is_last=is_last or is_old,
            is_old=is_old,
        )
        self._framed = fields
        self._target, self._fields, self._again = b"", {}, []
        return request
