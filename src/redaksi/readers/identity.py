"""Tells one reader from another without knowing who they are.

A browser gets a signed cookie with a random word, only when somebody votes and only for the
addresses of ratings. Of the address nothing is kept but its network, hashed with a salt that is
thrown away: within two days nobody, we included, can find out which network it was.
"""

from __future__ import annotations

import datetime
import secrets
from ipaddress import IPv6Address, ip_address, ip_network

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.crypto import salted_hmac

from redaksi.newsroom.addresses import RATING
from redaksi.newsroom.signing_in import address_of
from redaksi.readers.models import NetworkSalt

COOKIE = "pembaca"
SALT = "redaksi.readers.identity"
YEAR = 365 * 24 * 3600  # seconds
#: How much of an address names its network: a provider's customer or a small company.
BITS_OF_IPV4, BITS_OF_IPV6 = 24, 48


def word_of(request: HttpRequest) -> str | None:
    """Return the random word in the browser's cookie; ``None`` if it has none of ours."""
    return request.get_signed_cookie(COOKIE, None, salt=SALT, max_age=YEAR) or None


def new_word() -> str:
    """Return a word for a browser that has none."""
    return secrets.token_urlsafe(16)


def remember(response: HttpResponse, word: str) -> None:
    """Let the browser keep the word for a year."""
    response.set_signed_cookie(
        COOKIE,
        word,
        salt=SALT,
        max_age=YEAR,
        path=f"/{RATING}/",
        secure=settings.BEHIND_TLS,
        httponly=True,
        samesite="Lax",
    )


def voter_of(word: str, article: int) -> str:
    """Return what the log calls a reader on one story; on every story it is something else."""
    return salted_hmac(SALT, f"{article}:{word}", algorithm="sha256").hexdigest()[:32]


def network_of(request: HttpRequest) -> str:
    """Return the hash of the network that a request came from; another one each day."""
    prefix = network_prefix(address_of(request))
    return salted_hmac(_salt_of_today(), prefix, algorithm="sha256").hexdigest()[:32]


def network_prefix(address: str) -> str:
    """Return the network of an address, for example ``203.0.113.0/24``."""
    parsed = ip_address(address)
    if isinstance(parsed, IPv6Address) and parsed.ipv4_mapped:
        parsed = parsed.ipv4_mapped
    bits = BITS_OF_IPV4 if parsed.version == 4 else BITS_OF_IPV6
    return str(ip_network((parsed.packed, bits), strict=False))


def forget_old_salts() -> int:
    """Throw away the salts of the days before yesterday; return how many."""
    yesterday = timezone.localdate() - datetime.timedelta(days=1)
    number, _kinds = NetworkSalt.objects.filter(day__lt=yesterday).delete()
    return number


def _salt_of_today() -> str:
    fresh = {"secret": secrets.token_hex(32)}
    salt, _is_new = NetworkSalt.objects.get_or_create(day=timezone.localdate(), defaults=fresh)
    return salt.secret
