"""Reads keys out of addresses, where anybody may have written anything."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http import Http404, HttpRequest

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


def only_with_keys(view: Callable[..., Any]) -> Callable[..., Any]:
    """Let the view, which acts on ``?id=``, see nothing but keys there.

    Raises:
        Http404: for anything else.
    """

    @wraps(view)
    def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        for key in request.GET.getlist("id"):
            if key != "all":
                number_in(key)
        return view(request, *args, **kwargs)

    return guarded
