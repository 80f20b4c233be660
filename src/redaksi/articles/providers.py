"""The kept list of providers whose addresses may be embedded."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import urlsplit

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _


@dataclass(frozen=True)
class Provider:
    """A site whose things a story may link to as a card."""

    name: str
    hosts: frozenset[str]


PROVIDERS = (
    Provider("YouTube", frozenset({"youtube.com", "m.youtube.com", "youtu.be"})),
    Provider("Vimeo", frozenset({"vimeo.com"})),
    Provider("X", frozenset({"x.com", "twitter.com"})),
    Provider("Instagram", frozenset({"instagram.com"})),
    Provider("TikTok", frozenset({"tiktok.com", "vt.tiktok.com"})),
    Provider("Facebook", frozenset({"facebook.com", "fb.watch"})),
    Provider("Spotify", frozenset({"open.spotify.com"})),
    Provider("SoundCloud", frozenset({"soundcloud.com"})),
    Provider("Datawrapper", frozenset({"datawrapper.dwcdn.net"})),
    Provider("Flourish", frozenset({"public.flourish.studio"})),
    Provider("Internet Archive", frozenset({"archive.org"})),
)


def provider_of(url: str) -> Provider:
    """Return the provider that an https address belongs to.

    Raises:
        ValidationError: if the address is not https or not of a listed provider.
    """
    host = _https_host(url)
    for provider in PROVIDERS:
        if host in provider.hosts:
            return provider
    names = ", ".join(provider.name for provider in PROVIDERS)
    raise ValidationError(
        _("Only https addresses of these providers can be embedded: %(names)s.") % {"names": names}
    )


def _https_host(url: str) -> str:
    try:
        parts = urlsplit(url)
    except ValueError:  # brackets that hold no address
        return ""
    # Browsers take a backslash for a slash, and what stands before an @ for no host.
    if "\\" in url or "@" in parts.netloc:
        return ""
    return (parts.hostname or "").removeprefix("www.") if parts.scheme == "https" else ""
