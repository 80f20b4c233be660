"""Reads keys out of addresses, where anybody may have written anything."""

from __future__ import annotations

from django.http import Http404

#: The greatest key that either database can hold.
GREATEST = 2**63 - 1


def number_in(text: str) -> int:
    """Return the key.

    Raises:
        Http404: if no row can have it.
    """
    try:
        number = int(text)
    except ValueError as refusal:
        raise Http404 from refusal
    if not 0 < number <= GREATEST:
        raise Http404
    return number
