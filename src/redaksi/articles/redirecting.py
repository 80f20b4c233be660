"""Sends readers on from where a story or a section once was."""

from __future__ import annotations

from django.http import HttpResponsePermanentRedirect

#: Seconds after which browsers ask again: a slug may be changed back.
REMEMBERED = 600


def redirect_for_good(path: str) -> HttpResponsePermanentRedirect:
    """Redirect to a path.

    A query string is left behind, so that whatever keeps the answer keeps one for each address.
    """
    answer = HttpResponsePermanentRedirect(path)
    answer["Cache-Control"] = f"max-age={REMEMBERED}"
    return answer
