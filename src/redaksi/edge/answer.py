"""One finished answer that may be sent many times: status, headers, bytes, conditions."""

from __future__ import annotations

from dataclasses import dataclass

from redaksi.edge.conditions import is_named, is_unchanged_since
from redaksi.edge.headers import content_type
from redaksi.edge.rsgi import Exchange, Headers, RequestHeaders, Scope

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

    status: int
    headers: Headers
    body: bytes
    tag: str = ""
    modified: int = 0
    """Seconds since 1970."""

    is_page: bool = False
    """Whether the newsroom shows its people more on this page than readers see."""

    unchanged: Headers | None = None
    """The headers of 304; None when the answer cannot be conditional."""

    coding: str = ""
    """How the body is coded; empty when there is only one form of it."""

    @classmethod
    def conditional(
        cls, headers: Headers, body: bytes, tag: str, modified: int, coding: str
    ) -> Answer:
        """Return a 200 that knows its 304."""
        is_page = content_type("/") in headers
        return cls(200, headers, body, tag, modified, is_page, kept_in_304(headers), coding)

    @property
    def is_small(self) -> bool:
        """Whether it may be kept in memory."""
        return len(self.body) <= LARGEST_IN_MEMORY

    def send(self, scope: Scope, exchange: Exchange) -> None:
        """Send the answer, or 304 when the client has it already, or the headers alone."""
        if self.unchanged is not None and is_known(scope.headers, self.tag, self.modified):
            exchange.response_empty(304, self.unchanged)
        elif scope.method == "HEAD":
            exchange.response_empty(self.status, self.headers)
        else:
            exchange.response_bytes(self.status, self.headers, self.body)


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
