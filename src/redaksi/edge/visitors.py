"""Who is asking: which addresses are believed, and what the newsroom is told about a visitor."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import lru_cache
from ipaddress import ip_address, ip_network
from typing import Any

from redaksi.edge.request import Request, RequestHeaders
from redaksi.edge.wire import Headers

SESSION_COOKIE = "sessionid"
"""Django's name for the cookie of who is signed in."""

Application = Callable[[dict[str, Any], Any], Any]


class Proxies:
    """The proxies in front of this server, whose word on a visitor is believed."""

    def __init__(self, networks: Sequence[str]) -> None:
        self._networks = [ip_network(network, strict=False) for network in networks]
        self.are_trusted = lru_cache(1000)(self._are_trusted)

    def _are_trusted(self, address: str) -> bool:
        try:
            peer = ip_address(address)
        except ValueError:
            return False
        return any(peer in network for network in self._networks)

    def visitor(self, request: Request) -> str:
        """Return what tells one visitor from another: the address, of IPv6 the network's half."""
        address = request.client
        if self.are_trusted(address):
            hops = ",".join(request.headers.get_all("x-forwarded-for"))
            address = hops.rpartition(",")[2].strip() or address
        try:
            found = ip_address(address)
        except ValueError:
            return address
        return str(found) if found.version == 4 else found.exploded[:19]

    def word_on_the_visitor(self, request: Request) -> Headers:
        """Return the headers that tell the newsroom where a request came from.

        The last address is the one that speaks to us. What stands before it, and on which
        scheme the visitor came, is kept only when that one is a trusted proxy.
        """
        peer = request.client
        if not self.are_trusted(peer):
            return [("X-Forwarded-For", peer)]
        hops = ", ".join(request.headers.get_all("x-forwarded-for"))
        headers = [("X-Forwarded-For", f"{hops}, {peer}" if hops else peer)]
        if scheme := request.headers.get("x-forwarded-proto"):
            headers.append(("X-Forwarded-Proto", scheme))
        return headers


class BehindTheEdge:
    """Wraps the newsroom so that a request looks as if it had come to it without the edge.

    The edge is the only one that reaches the newsroom's socket, so its word, the last address
    of ``X-Forwarded-For``, is the address that spoke to it.
    """

    def __init__(self, application: Application) -> None:
        self._application = application

    def __call__(self, environ: dict[str, Any], start_response: Any) -> Any:
        """Put the visitor's address where WSGI has it."""
        before, _comma, peer = environ.pop("HTTP_X_FORWARDED_FOR", "").rpartition(",")
        environ["REMOTE_ADDR"] = peer.strip()
        if before.strip():
            environ["HTTP_X_FORWARDED_FOR"] = before.strip()
        return self._application(environ, start_response)


def has_session(headers: RequestHeaders) -> bool:
    """Whether the cookies hold the newsroom's session."""
    if headers.get("cookie") is None:
        return False
    cookies = ";".join(headers.get_all("cookie"))
    return SESSION_COOKIE in cookies and any(
        part.strip().startswith(f"{SESSION_COOKIE}=") for part in cookies.split(";")
    )
