"""One finished answer that may be sent many times: status, headers, bytes, conditions."""

from __future__ import annotations

from dataclasses import dataclass

from redaksi.edge.conditions import http_date, is_named, is_unchanged_since
from redaksi.edge.exchange import Exchange
from redaksi.edge.headers import content_type
from redaksi.edge.request import Request, RequestHeaders
from redaksi.edge.wire import Headers, written_head

LARGEST_IN_MEMORY = 512 * 1024
KEPT_IN_304 = {
    "Cache-Control",
    "Content-Security-Policy",
    "Cache-Tag",
    "ETag",
    "Last-Modified",
    "Strict-Transport-Security",
    "Surrogate-Key",
    "Vary",
}
"""The headers that 304 repeats (RFC 9110, 15.4.5), and those that caches need to go on."""


@dataclass(frozen=True, slots=True)
class Answer:
    """An answer in one coding, with everything that follows from its file made beforehand."""

    head: bytes
    """The status line and the headers, as they go over the wire."""

    body: bytes
    tag: str = ""
    modified: int = 0
    """Seconds since 1970."""

    is_page: bool = False
    """Whether the newsroom shows its people more on this page than readers see."""

    unchanged: bytes | None = None
    """The head of 304; None when the answer cannot be conditional."""

    coding: str = ""
    """How the body is coded; empty when there is only one form of it."""

    @classmethod
    def conditional(
        cls, headers: Headers, body: bytes, tag: str, modified: int, coding: str
    ) -> Answer:
        """Return a 200 that knows its 304."""
        unchanged = written_head(304, kept_in_304(headers))
        is_page = content_type("/") in headers
        return cls(written_head(200, headers), body, tag, modified, is_page, unchanged, coding)

    @property
    def is_small(self) -> bool:
        """Whether it may be kept in memory."""
        return len(self.body) <= LARGEST_IN_MEMORY

    def is_echoed(self, tag: bytes, date: bytes) -> bool:
        """Whether a browser names exactly this tag, and this date or none."""
        is_this = tag == self.tag.encode("latin-1")
        return is_this and (not date or date == http_date(self.modified).encode("ascii"))

    def send(self, request: Request, exchange: Exchange) -> None:
        """Send the answer, or 304 when the client has it already, or the headers alone."""
        if self.unchanged is not None and self._is_known_to(request):
            exchange.send(self.unchanged)
        elif request.method == b"HEAD":
            exchange.send(self.head)
        else:
            exchange.send(self.head, self.body)

    def _is_known_to(self, request: Request) -> bool:
        fields = request.fields
        # Most readers come for the first time, and the headers are not made text for them.
        is_conditional = b"if-none-match" in fields or b"if-modified-since" in fields
        return is_conditional and is_known(request.headers, self.tag, self.modified)


def kept_in_304(headers: Headers) -> Headers:
    """Return those of an answer's headers that 304 has."""
    return [header for header in headers if header[0] in KEPT_IN_304]


def is_known(headers: RequestHeaders, tag: str, modified: int) -> bool:
    """Whether the client has what has this tag and date; a tag goes before a date."""
    named = headers.get("if-none-match")
    if named is not None:
        return is_named(", ".join(headers.get_all("if-none-match")), tag)
    since = headers.get("if-modified-since")
    return since is not None and is_unchanged_since(since, modified)
