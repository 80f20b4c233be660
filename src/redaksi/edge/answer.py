"""One finished answer that may be sent many times: status, headers, bytes, conditions."""

from __future__ import annotations

from dataclasses import dataclass

from redaksi.edge.conditions import (
    http_date,
    is_changed_since,
    is_demanded,
    is_named,
    is_unchanged_since,
)
from redaksi.edge.exchange import Exchange
from redaksi.edge.files import Stored, Version
from redaksi.edge.headers import content_type
from redaksi.edge.request import Request, RequestHeaders
from redaksi.edge.wire import Headers, written_head

CONDITIONS = {b"if-match", b"if-none-match", b"if-modified-since", b"if-unmodified-since"}
NOT_KEPT = [("Cache-Control", "no-store")]
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

    version: Version | None = None
    """The version of the one file it is made of; None when it depends on more than that."""

    @classmethod
    def conditional(cls, headers: Headers, stored: Stored, tag: str, coding: str) -> Answer:
        """Return a 200 that knows its 304."""
        unchanged = written_head(304, kept_in_304(headers))
        is_page = content_type("/") in headers
        head, version = written_head(200, headers), stored.version if coding else None
        return cls(head, stored.body, tag, stored.modified, is_page, unchanged, coding, version)

    @property
    def is_small(self) -> bool:
        """Whether it may be kept in memory."""
        return len(self.body) <= LARGEST_IN_MEMORY

    def is_echoed(self, tag: bytes, date: bytes) -> bool:
        """Whether a browser names exactly this tag, and this date or none."""
        is_this = tag == self.tag.encode("latin-1")
        return is_this and (not date or date == http_date(self.modified).encode("ascii"))

    def send(self, request: Request, exchange: Exchange) -> None:
        """Send the answer, what its conditions make of it, or the headers alone."""
        # Most readers come for the first time, and the headers are not made text for them.
        if self.unchanged is not None and not CONDITIONS.isdisjoint(request.fields):
            headers = request.headers
            if is_not_wanted(headers, self.tag, self.modified):
                return exchange.response_empty(412, NOT_KEPT)
            if is_known(headers, self.tag, self.modified):
                return exchange.send(self.unchanged)
        exchange.send(self.head, b"" if request.method == b"HEAD" else self.body)
        return None


def kept_in_304(headers: Headers) -> Headers:
    """Return those of an answer's headers that 304 has."""
    return [header for header in headers if header[0] in KEPT_IN_304]


def is_not_wanted(headers: RequestHeaders, tag: str, modified: int) -> bool:
    """Whether the client wants only another version than the one of this tag and date (412)."""
    demanded = headers.get("if-match")
    if demanded is not None:
        return not is_demanded(", ".join(headers.get_all("if-match")), tag)
    since = headers.get("if-unmodified-since")
    return since is not None and is_changed_since(since, modified)


def is_known(headers: RequestHeaders, tag: str, modified: int) -> bool:
    """Whether the client has what has this tag and date; a tag goes before a date."""
    named = headers.get("if-none-match")
    if named is not None:
        return is_named(", ".join(headers.get_all("if-none-match")), tag)
    since = headers.get("if-modified-since")
    return since is not None and is_unchanged_since(since, modified)
