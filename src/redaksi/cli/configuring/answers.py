"""What every server in front of the tree has to know, taken from the edge's own table."""

from __future__ import annotations

from urllib.parse import urlsplit

from redaksi.edge.answer import KEPT_IN_304
from redaksi.edge.headers import FEED_TYPES, TYPES, security_headers
from redaksi.edge.kinds import FILES_OF_TEXT, KINDS
from redaksi.instance.config import Config
from redaksi.instance.layout import Instance
from redaksi.pagestore.addresses import ERROR_STATUSES, FILES_AS_THEY_ARE, PLACES, STATIC
from redaksi.pagestore.standing import TEXT

PART = "[A-Za-z0-9][A-Za-z0-9._~-]*"
PAGES_LAST_PART = "[A-Za-z0-9][A-Za-z0-9_~-]*"
FILES_PART = "[A-Za-z0-9_-][A-Za-z0-9._~-]*"
"""What parts of addresses are made of; other addresses are left to the edge, which refuses them."""

DEEPEST = 9
"""So many parts an address may have for its own tag to be told: servers count to nine."""

PAGE = f"(?:/{PART})*/{PAGES_LAST_PART}"
FEED = rf"(?:/{PART})*/[A-Za-z0-9][A-Za-z0-9_~-]*\.(?:{'|'.join(FILES_OF_TEXT)})"
FILE = rf"/(?:{'|'.join(FILES_AS_THEY_ARE)})(?:/{FILES_PART})*/{FILES_PART}\.[A-Za-z0-9]+"
STATIC_FILE = rf"/{STATIC}(?:/{FILES_PART})*/{FILES_PART}\.[A-Za-z0-9]+"
STATIC_TEXT = (
    rf"/{STATIC}(?:/{FILES_PART})*/{FILES_PART}\.(?:{'|'.join(sorted(e[1:] for e in TEXT))})"
)
RESERVED = (*map(str, ERROR_STATUSES), "index")
NOT_PAGES = "|".join(PLACES)


def public_port(config: Config) -> int:
    """Return the port for readers who come without TLS, which cannot be the edge's own."""
    port = urlsplit(config.base_url).port
    return port if port and port != config.port and not config.is_behind_tls else 80


def edge_address(config: Config) -> str:
    """Return host and port at which the edge answers on this machine."""
    host = {"0.0.0.0": "127.0.0.1", "::": "::1"}.get(config.host, config.host)  # noqa: S104
    return f"[{host}]:{config.port}" if ":" in host else f"{host}:{config.port}"


def tree_of(instance: Instance) -> str:
    """Return the folder of the tree."""
    return str(instance.pages / "tree")


def security(config: Config) -> list[tuple[str, str, bool]]:
    """Return each header of security, its value, and whether 304 has it, without the policy."""
    return [
        (name, value, name in KEPT_IN_304)
        for name, value in security_headers(behind_tls=config.is_behind_tls)
        if name != "Content-Security-Policy"
    ]


def policies(config: Config) -> dict[str, str]:
    """Return the Content-Security-Policy of the kinds that have their own; the others' is at ""."""
    usual = dict(security_headers(behind_tls=config.is_behind_tls))["Content-Security-Policy"]
    return {"": usual} | {kind.name: kind.policy for kind in KINDS if kind.policy}


def types_by_pattern() -> list[tuple[str, str]]:
    """Return the media type of each address by a pattern, the first that fits."""
    names = [(f"/{name.replace('.', chr(92) + '.')}$", found) for name, found in FEED_TYPES.items()]
    endings = [(rf"\.{ending[1:]}$", found) for ending, found in TYPES.items()]
    return [("/$", TYPES[".html"]), *names, *endings]
