"""Makes the headers of an answer: its kind's, its tags for CDNs, its type, and security."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from posixpath import basename, splitext

from redaksi.edge.kinds import STATUS_CACHE, Kind
from redaksi.edge.wire import Headers
from redaksi.pagestore.cache_tags import cache_tags

POLICY = {
    "default-src": "'none'",
    "script-src": "'self'",
    "style-src": "'self'",
    "img-src": "'self'",
    "connect-src": "'self'",
    "manifest-src": "'self'",
    "form-action": "'self'",
    "base-uri": "'none'",
    "frame-ancestors": "'none'",
}
"""The Content-Security-Policy of every page that readers get."""

TYPES = {
    ".html": "text/html; charset=utf-8",
    ".xml": "application/xml; charset=utf-8",
    ".rss": "application/rss+xml; charset=utf-8",
    ".atom": "application/atom+xml; charset=utf-8",
    ".json": "application/json; charset=utf-8",
    ".txt": "text/plain; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".mjs": "text/javascript; charset=utf-8",
    ".map": "application/json",
    ".webmanifest": "application/manifest+json",
    ".svg": "image/svg+xml",
    ".avif": "image/avif",
    ".gif": "image/gif",
    ".ico": "image/x-icon",
    ".jpeg": "image/jpeg",
    ".jpg": "image/jpeg",
    ".png": "image/png",
    ".webp": "image/webp",
    ".woff": "font/woff",
    ".woff2": "font/woff2",
    ".csv": "text/csv; charset=utf-8",
    ".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    ".ods": "application/vnd.oasis.opendocument.spreadsheet",
    ".odt": "application/vnd.oasis.opendocument.text",
    ".pdf": "application/pdf",
    ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    ".zip": "application/zip",
}
FEED_TYPES = {
    "umpan.xml": "application/rss+xml; charset=utf-8",
    "umpan.json": "application/feed+json; charset=utf-8",
    "umpan-lengkap.xml": "application/rss+xml; charset=utf-8",
    "umpan-lengkap.json": "application/feed+json; charset=utf-8",
}
"""Types that follow from the whole name, because the ending alone says too little."""

UNKNOWN_TYPE = "application/octet-stream"


@lru_cache
def _type_of(name: str) -> tuple[str, str]:
    return "Content-Type", FEED_TYPES.get(name) or TYPES.get(splitext(name)[1], UNKNOWN_TYPE)


def content_type(address: str) -> tuple[str, str]:
    """Return the header with the media type of what lies at an address."""
    return _type_of("page.html" if address.endswith("/") else basename(address).lower())


def security_headers(*, behind_tls: bool, policy: str = "") -> Headers:
    """Return the headers that every answer to a reader carries, as Django sends them."""
    headers = [
        ("Content-Security-Policy", policy or written(POLICY.items())),
        ("X-Content-Type-Options", "nosniff"),
        ("Referrer-Policy", "strict-origin-when-cross-origin"),
        ("Cross-Origin-Opener-Policy", "same-origin"),
        ("X-Frame-Options", "DENY"),
    ]
    if behind_tls:
        value = "max-age=31536000; includeSubDomains; preload"
        headers.append(("Strict-Transport-Security", value))
    return headers


def written(directives: Iterable[tuple[str, str]]) -> str:
    """Write a Content-Security-Policy."""
    return "; ".join(f"{name} {value}" for name, value in directives)


def headers_of(kind: Kind, address: str, status: int, *, behind_tls: bool) -> Headers:
    """Return every header that follows from the address and the status alone."""
    tags = cache_tags(address)
    own = [("Cache-Tag", ",".join(tags)), ("Surrogate-Key", " ".join(tags))]
    return [*own, *_shared(kind, status, behind_tls)]


@lru_cache
def _shared(kind: Kind, status: int, behind_tls: bool) -> tuple[tuple[str, str], ...]:
    # The very same objects for every page: they stay in the processor's cache.
    extra = kind.extra if status == 200 else ()
    cache = STATUS_CACHE.get(status, kind.cache)
    security = security_headers(behind_tls=behind_tls, policy=kind.policy)
    return ("Cache-Control", cache), *security, *extra
