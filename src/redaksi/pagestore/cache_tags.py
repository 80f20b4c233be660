"""Names the groups of pages that a CDN is told to forget, from a page's address alone."""

from __future__ import annotations

EVERYTHING = "paper"


def cache_tags(address: str) -> tuple[str, str, str]:
    """Return the tags of the answer at an address: the paper's, its section's and its own.

    The section is the first part of the address (``s-ekonomi``, for the home page ``s-home``).
    The page's own tag is its address with ``:``, which no address has, in place of ``/``.
    """
    parts = address.strip("/") or "home"
    return EVERYTHING, f"s-{parts.partition('/')[0]}", own_tag(address)


def own_tag(address: str) -> str:
    """Return the tag that only the answer at this address has, one token without spaces."""
    return "p-" + (address.strip("/") or "home").replace("/", ":")
