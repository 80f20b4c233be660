"""One request as it came: method, address, headers."""

from __future__ import annotations

import re
from urllib.parse import unquote

from redaksi.edge.incoming import Body

_HOST = re.compile(
    rb"(?:[A-Za-z0-9._~!$&'()*+,;=%-]+|\[[0-9A-Fa-f:.]+\])(?::[0-9]*)?",
)

Fields = dict[bytes, bytes]
"""Headers by name in lower case, each with its first value."""


class RequestHeaders:
    """The headers of a request as text; bytes beyond ASCII are read as Latin-1."""

    __slots__ = ("_again", "_fields")

    def __init__(self, fields: Fields, again: list[tuple[bytes, bytes]]) -> None:
        self._fields = fields
        self._again = again

    def get(self, name: str) -> str | None:
        """Return the first value of a header, whose name is in lower case; None without one."""
        value = self._fields.get(name.encode("ascii"))
        return None if value is None else value.decode("latin-1")

    def get_all(self, name: str) -> list[str]:
        """Return every value of a header."""
        first = self.get(name)
        if first is None:
            return []
        raw = name.encode("ascii")
        return [first, *(value.decode("latin-1") for other, value in self._again if other == raw)]

    def items(self) -> list[tuple[str, str]]:
        """Return every header."""
        pairs = [*self._fields.items(), *self._again]
        return [(name.decode("latin-1"), value.decode("latin-1")) for name, value in pairs]


class Request:
    """What is known of a request before its body (RFC 9112, 3)."""

    __slots__ = ("again", "body", "client", "fields", "is_last", "is_old", "method", "target")

    def __init__(
        self,
        method: bytes,
        target: bytes,
        fields: Fields,
        again: list[tuple[bytes, bytes]],
        client: str,
        *,
        is_last: bool = False,
        is_old: bool = False,
    ) -> None:
        self.method = method
        self.target = target
        """Address and query as they stand in the request line, always ASCII."""
        self.fields = fields
        self.again = again
        """The headers that came more than once, without the first of each."""
        self.client = client
        """The address of who speaks to us."""
        self.is_last = is_last
        """Whether the connection closes after the answer."""
        self.is_old = is_old
        """Whether the client speaks HTTP/1.0."""
        self.body = (
            Body() if b"content-length" in fields or b"transfer-encoding" in fields else None
        )
        """What follows the headers (RFC 9112, 6); None when nothing does."""

    @property
    def headers(self) -> RequestHeaders:
        """The headers as text."""
        return RequestHeaders(self.fields, self.again)

    @property
    def accepted(self) -> bytes:
        """The codings that the client takes, as it named them; empty where it named none."""
        first = self.fields.get(b"accept-encoding", b"")
        if not self.again:
            return first
        more = (value for name, value in self.again if name == b"accept-encoding")
        return b", ".join([first, *more])

    @property
    def names_its_host(self) -> bool:
        """Whether one host is named (RFC 9112, 3.2); HTTP/1.0 need not name any."""
        host = self.fields.get(b"host")
        if host is None:
            return self.is_old
        is_doubled = any(name == b"host" for name, _value in self.again)
        return not is_doubled and _HOST.fullmatch(host) is not None

    @property
    def has_coded_body(self) -> bool:
        """Whether what comes in chunks is coded once more (RFC 9112, 6.1)."""
        first = self.fields.get(b"transfer-encoding")
        if first is None:
            return False
        more = [value for name, value in self.again if name == b"transfer-encoding"]
        codings = [one.strip().lower() for one in b",".join([first, *more]).split(b",")]
        return len(codings) > 1 and codings[-1] == b"chunked"

    @property
    def path(self) -> str:
        """The address without query and with percent-encoding undone, whatever its bytes are."""
        path = self._origin_form().partition("?")[0]
        return unquote(path) if "%" in path else path

    @property
    def query_string(self) -> str:
        """What follows the first question mark, as it came."""
        return self._origin_form().partition("?")[2]

    def _origin_form(self) -> str:
        target = self.target.decode("ascii")
        if target.startswith("/"):
            return target
        # The absolute form (RFC 9112, 3.2.2) names a host too, which is never believed.
        _scheme, double, rest = target.partition("://")
        if not double:
            return target
        cut = min((at for at in map(rest.find, "/?") if at >= 0), default=len(rest))
        return rest[cut:] if rest[cut:].startswith("/") else f"/{rest[cut:]}"
