"""What goes into Caddy's configuration: matchers and headers by kind of address."""

from __future__ import annotations

from collections.abc import Iterable

from redaksi.cli.configuring import answers
from redaksi.edge.connection import SECONDS_FOR_HEADERS
from redaksi.edge.failing import SECONDS_TO_RETRY
from redaksi.edge.headers import TYPES, UNKNOWN_TYPE
from redaksi.edge.kinds import KINDS, STATUS_CACHE
from redaksi.edge.making import MEGABYTE, limits
from redaksi.edge.visitors import SESSION_COOKIE
from redaksi.instance.layout import Instance
from redaksi.pagestore.cache_tags import EVERYTHING


def caddy(instance: Instance) -> dict[str, str]:
    """Return the texts for the places of the template."""
    config = instance.config
    return {
        "site": _site(instance),
        "tree": answers.tree_of(instance),
        "edge": answers.edge_address(config),
        "session": SESSION_COOKIE,
        "everything": EVERYTHING,
        "page": answers.PAGE,
        "feed": answers.FEED,
        "file": answers.FILE,
        "static_text": answers.STATIC_TEXT,
        "not_pages": _entries(
            [
                (f"~^/(?:{'|'.join(answers.RESERVED)})/$", "", ""),
                (f"~^/(?:{answers.NOT_PAGES})/", "", ""),
            ]
        ),
        "kinds": _entries((f"~{kind.pattern}", kind.name, kind.cache) for kind in KINDS),
        "policies": _entries(
            (name or "default", policy) for name, policy in answers.policies(config).items()
        ),
        "extras": "\n".join(_extras()),
        "types": _entries((f"~(?i){at}", found) for at, found in answers.types_by_pattern()),
        "html": TYPES[".html"],
        "unknown_type": UNKNOWN_TYPE,
        "own_tags": _entries(_own_tags()),
        "gone_cache": STATUS_CACHE[410],
        "missing_cache": STATUS_CACHE[503],
        "shared": _SHARED,
        "security": "\n".join(_security(instance)),
        "retry": str(SECONDS_TO_RETRY),
        "body": str(limits(config).longest_body // MEGABYTE),
        "header_seconds": f"{SECONDS_FOR_HEADERS:g}",
    }


_SHARED = """\
header Cache-Tag "<<everything>>,s-{redaksi_section},p-{redaksi_own}"
header Surrogate-Key "<<everything>> s-{redaksi_section} p-{redaksi_own}"
<<security>>"""


def _site(instance: Instance) -> str:
    config = instance.config
    host = config.public_host
    if config.is_behind_tls:
        return host
    return f"http://{host}:{answers.public_port(config)}"


def _entries(rows: Iterable[tuple[str, ...]]) -> str:
    return "\n".join(
        " ".join(word if word == "default" else f'"{word}"' for word in row) for row in rows
    )


def _extras() -> Iterable[str]:
    for kind in KINDS:
        for name, value in kind.extra:
            yield f'@{kind.name} path_regexp "{kind.pattern}"\nheader @{kind.name} {name} "{value}"'


def _security(instance: Instance) -> Iterable[str]:
    yield "header Content-Security-Policy {redaksi_policy}"
    for name, value, _is_kept in answers.security(instance.config):
        yield f'header {name} "{value}"'


def _own_tags() -> Iterable[tuple[str, str]]:
    for depth in range(1, answers.DEEPEST + 1):
        pattern = "/".join(["([^/]+)"] * depth)
        captures = ":".join(f"${number}" for number in range(1, depth + 1))
        yield f"~^/{pattern}/?$", captures
