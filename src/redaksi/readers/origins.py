"""Tells a form sent from our own pages from one that another site made a browser send.

Pressed pages are the same for everybody, so they hold no token. None is needed: browsers say
themselves where a form comes from, and the cookie does not travel with other sites' forms
(``SameSite``).
"""

from __future__ import annotations

from urllib.parse import urlsplit

from django.conf import settings
from django.http import HttpRequest


def is_from_this_paper(request: HttpRequest) -> bool:
    """Whether every header that tells where a form comes from names us, and there is one.

    These are ``Sec-Fetch-Site`` (Fetch Metadata) and ``Origin``, or else ``Referer``.
    """
    said = []
    if site := request.headers.get("Sec-Fetch-Site"):
        said.append(site == "same-origin")
    if (origin := request.headers.get("Origin")) is not None:
        said.append(_is_ours(origin, request))
    elif (page := request.headers.get("Referer")) is not None:
        said.append(_is_ours(page, request))
    return bool(said) and all(said)


def _is_ours(address: str, request: HttpRequest) -> bool:
    asked = f"{request.scheme}://{request.get_host()}"
    try:
        parts = urlsplit(address)
    except ValueError:  # brackets that hold no address
        return False
    return f"{parts.scheme}://{parts.netloc}" in {asked, *settings.CSRF_TRUSTED_ORIGINS}
