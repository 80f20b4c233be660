"""The one table of what readers get at which address: each kind of address and its headers.

The edge reads it, and so does everything that makes a configuration for another server. The
patterns are of the kind that Python and PCRE (nginx, Caddy, Varnish) read alike.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum

DAY = 24 * 3600


class Source(Enum):
    """How the files of a kind lie in the tree."""

    PRESSED = "pressed"
    """Text in three codings and never as it is: ``.br``, ``.gz`` and ``.zst``."""

    STATIC = "static"
    """A file as it is, with codings beside it when it is text."""

    MEDIA = "media"
    """A file as it is; parts of it may be asked for."""


@dataclass(frozen=True)
class Kind:
    """One kind of address: which addresses, where their bytes come from, which headers."""

    name: str
    pattern: str
    cache: str
    source: Source = Source.PRESSED
    extra: tuple[tuple[str, str], ...] = ()
    policy: str = ""
    """A Content-Security-Policy in place of the readers'."""


def fresh(seconds: int, *, meanwhile: int) -> str:
    """Write a ``Cache-Control``: fresh so long, then shown while it is fetched anew (RFC 5861).

    Both are seconds. A page may be shown for a day when the newspaper cannot be reached.
    """
    return f"public, max-age={seconds}, stale-while-revalidate={meanwhile}, stale-if-error={DAY}"


FILES_OF_TEXT = ("xml", "json", "atom", "rss", "txt", "csv", "webmanifest", "js")
"""The endings of what is pressed and no page: feeds, sitemaps, notices to robots and browsers."""

KINDS = (
    Kind(
        "media",
        r"^/media/",
        "public, max-age=31536000, immutable",
        Source.MEDIA,
    ),
    Kind(
        "document",
        r"^/documents/",
        "public, no-cache",
        Source.MEDIA,
        extra=(("Content-Disposition", "attachment"),),
        policy="default-src 'none'; sandbox",
    ),
    Kind("static", r"^/statis/", fresh(600, meanwhile=DAY), Source.STATIC),
    Kind("home", r"^/$", fresh(30, meanwhile=60)),
    Kind("front", r"^/[^/.]+/$", fresh(30, meanwhile=60)),
    Kind(
        "record",
        rf"^/tokoh/.*\.(?:{'|'.join(FILES_OF_TEXT)})$",
        fresh(120, meanwhile=300),
        # Some speakers' pages are hidden from search engines; their words as files are no pages.
        extra=(("X-Robots-Tag", "noindex"),),
    ),
    Kind("feed", rf"\.(?:{'|'.join(FILES_OF_TEXT)})$", fresh(120, meanwhile=300)),
    Kind("article", r"^/[^/]+/[0-9]{4}/[0-9]{2}/[0-9]{2}/[^/]+/$", fresh(180, meanwhile=300)),
    Kind("list", r"/$", fresh(180, meanwhile=300)),
)
"""Every kind of address that can be in the tree; the first whose pattern is found is the one."""

STATUS_CACHE = {
    301: "public, max-age=600",
    404: "no-cache",
    410: "public, max-age=600",
    503: "no-store",
}
"""The ``Cache-Control`` of answers that are not 200: a slug or a withdrawal may be taken back."""

_COMPILED = tuple((re.compile(kind.pattern), kind) for kind in KINDS)


def kind_of(address: str) -> Kind | None:
    """Return the kind of an address, None when nothing can be pressed for it."""
    return next((kind for pattern, kind in _COMPILED if pattern.search(address)), None)
