"""What goes into nginx's configuration: maps from an address to its headers, and limits."""

from __future__ import annotations

from collections.abc import Iterable

from redaksi.cli.configuring import answers
from redaksi.edge.bodies import SECONDS_OF_SILENCE
from redaksi.edge.connection import SECONDS_FOR_HEADERS
from redaksi.edge.failing import SECONDS_TO_RETRY
from redaksi.edge.forwarding import DROPPED
from redaksi.edge.headers import TYPES, UNKNOWN_TYPE
from redaksi.edge.kinds import KINDS, STATUS_CACHE
from redaksi.edge.making import MEGABYTE, limits
from redaksi.edge.newsroom import HOP_BY_HOP, SECONDS_TO_ANSWER, SECONDS_TO_CONNECT
from redaksi.edge.visitors import SESSION_COOKIE
from redaksi.instance.layout import Instance
from redaksi.pagestore.cache_tags import EVERYTHING

WRITTEN_BY_NGINX = {"content-length", "expect", "x-forwarded-for", "x-forwarded-proto"}
SECONDS_MORE = 5
"""So much longer nginx waits than the edge, so that the edge's own word on silence arrives."""


def nginx(instance: Instance) -> dict[str, str]:
    """Return the texts for the places of the template."""
    config = instance.config
    return {
        "tree": answers.tree_of(instance),
        "edge": answers.edge_address(config),
        "socket": str(instance.newsroom_socket),
        "host": config.public_host,
        "port": str(answers.public_port(config)),
        "newsroom": config.newsroom_path,
        "session": SESSION_COOKIE,
        "everything": EVERYTHING,
        "page": answers.PAGE,
        "feed": answers.FEED,
        "file": answers.FILE,
        "static_file": answers.STATIC_FILE,
        "static_text": answers.STATIC_TEXT,
        "reserved": "|".join(answers.RESERVED),
        "not_pages": answers.NOT_PAGES,
        "kinds": _entries((f"~{kind.pattern}", kind.name) for kind in KINDS),
        "caches": _entries(_caches()),
        "policies": _entries(
            (name or "default", policy) for name, policy in answers.policies(config).items()
        ),
        "extras": "\n".join(_extras()),
        "security_maps": "\n".join(_security_maps(instance)),
        "security": "\n".join(_security(instance)),
        "types_by_address": _entries((f"~*{a}", b) for a, b in answers.types_by_pattern()),
        "unknown_type": UNKNOWN_TYPE,
        "types": "\n".join(f"{_quoted(found)} {ending[1:]};" for ending, found in TYPES.items()),
        "own_tags": _entries(_own_tags()),
        "dropped": "\n".join(
            f'proxy_set_header {name.title()} "";'
            for name in sorted(DROPPED - HOP_BY_HOP - WRITTEN_BY_NGINX)
        ),
        "body": f"{limits(config).longest_body // MEGABYTE}m",
        "header_seconds": f"{SECONDS_FOR_HEADERS:g}",
        "body_seconds": str(int(SECONDS_OF_SILENCE)),
        "connect_seconds": str(int(SECONDS_TO_CONNECT)),
        "answer_seconds": str(int(SECONDS_TO_ANSWER) + SECONDS_MORE),
        "retry": str(SECONDS_TO_RETRY),
        "tagged": _TAGGED,
        "proxied": _PROXIED,
    }


_TAGGED = """\
add_header Cache-Tag "<<everything>>,s-$redaksi_section,p-$redaksi_own" always;
add_header Surrogate-Key "<<everything>> s-$redaksi_section p-$redaksi_own" always;"""

_PROXIED = """\
limit_req zone=redaksi_posts burst=60 nodelay;
limit_conn redaksi_visitors 64;
proxy_pass http://redaksi$request_uri;"""


def _quoted(text: str) -> str:
    return '"' + text.replace('"', '\\"') + '"'


def _entries(pairs: Iterable[tuple[str, str]]) -> str:
    return "\n".join(f"{_quoted(left)} {_quoted(right)};" for left, right in pairs)


def _caches() -> Iterable[tuple[str, str]]:
    for status, cache in STATUS_CACHE.items():
        yield f"~^{status}:", cache
    yield "~^5", "no-store"
    for kind in KINDS:
        yield f"~:{kind.name}$", kind.cache


def _extras() -> Iterable[str]:
    """One map and header for each header that only some kinds of address have."""
    for name in sorted({name for kind in KINDS for name, _value in kind.extra}):
        values = [
            (f"~^20[06]:{kind.name}$", value)
            for kind in KINDS
            for other, value in kind.extra
            if other == name
        ]
        yield _map('"$status:$redaksi_kind"', name, [("default", ""), *values])


def _security_maps(instance: Instance) -> Iterable[str]:
    for name, value, is_kept in answers.security(instance.config):
        if not is_kept:
            yield _map("$status", name, [("default", value), ("304", "")])


def _map(source: str, name: str, pairs: Iterable[tuple[str, str]]) -> str:
    inside = "\n".join(f"    {line}" for line in _entries(pairs).split("\n"))
    return f"map {source} {_variable(name)} {{\n{inside}\n}}"


def _variable(header: str) -> str:
    return "$redaksi_" + header.lower().replace("-", "_")


def _security(instance: Instance) -> Iterable[str]:
    yield "add_header Cache-Control $redaksi_cache always;"
    yield "add_header Content-Security-Policy $redaksi_policy always;"
    for name, value, is_kept in answers.security(instance.config):
        yield f"add_header {name} {_quoted(value) if is_kept else _variable(name)} always;"
    for name in sorted({name for kind in KINDS for name, _value in kind.extra}):
        yield f"add_header {name} {_variable(name)} always;"


def _own_tags() -> Iterable[tuple[str, str]]:
    yield "default", "home"
    for depth in range(1, answers.DEEPEST + 1):
        pattern = "/".join(["([^/]+)"] * depth)
        yield f"~^/{pattern}/?$", ":".join(f"${number}" for number in range(1, depth + 1))
