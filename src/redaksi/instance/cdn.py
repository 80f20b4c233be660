"""Reads the address of the cache in front of a newspaper, which is told of changed pages."""

from __future__ import annotations

import re
from dataclasses import dataclass
from urllib.parse import unquote

from redaksi.instance.language import gettext as _

VARNISH_PORT = 80
_VARNISH = re.compile(r"varnish://(\[[0-9A-Fa-f:.]+\]|[A-Za-z0-9._-]+)(?::([1-9][0-9]{0,4}))?/?")
_CLOUDFLARE = re.compile(r"cloudflare://([^:@/\s]+)@([A-Za-z0-9]+)/?")
_CLOUDFRONT = re.compile(r"cloudfront://(?:([^:@/\s]+):([^:@/\s]+)@)?([A-Za-z0-9]+)/?")


@dataclass(frozen=True)
class CdnAddress:
    """Which cache it is ("varnish", "cloudflare", "cloudfront", or "" for none), and where.

    ``place`` is host and port, the zone, or the distribution.
    """

    kind: str = ""
    place: str = ""
    key: str = ""
    secret: str = ""


def read_cdn_address(text: str) -> CdnAddress:
    """Read an address; raises ValueError with the clause to show, never repeating a secret."""
    if not text:
        return CdnAddress()
    if found := _VARNISH.fullmatch(text):
        return CdnAddress("varnish", f"{found[1]}:{found[2] or VARNISH_PORT}")
    if found := _CLOUDFLARE.fullmatch(text):
        return CdnAddress("cloudflare", found[2], secret=unquote(found[1]))
    if found := _CLOUDFRONT.fullmatch(text):
        key, secret = (unquote(part or "") for part in (found[1], found[2]))
        return CdnAddress("cloudfront", found[3], key, secret)
    raise ValueError(
        _(
            "must be varnish://HOST:PORT, cloudflare://TOKEN@ZONE or "
            "cloudfront://KEY:SECRET@DISTRIBUTION"
        )
    )


def cdn(value: object) -> str:
    """Read the option and leave it as written."""
    if not isinstance(value, str):
        raise ValueError(_("must be text in quotation marks, not {value}").format(value=value))
    line = value.strip()
    read_cdn_address(line)
    return line
