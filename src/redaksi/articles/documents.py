"""Gives documents to readers only while a published story offers them."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http import Http404, HttpRequest
from django.http.response import HttpResponseBase

from redaksi.articles.uses import readers_may_open
from redaksi.newsroom.roles import reach_of

View = Callable[..., HttpResponseBase]


def only_what_stories_offer(document: Any, request: HttpRequest) -> None:
    """Let the newsroom open every document, and readers those of the stories that they see.

    Raises:
        Http404: for everything else, as if there were no such document.
    """
    if not reach_of(request.user).has_a_desk and not readers_may_open(document):
        raise Http404


def in_a_sandbox(view: View) -> View:
    """Serve the view's documents so that nothing in them runs, and ask again at every visit."""

    @wraps(view)
    def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        response = view(request, *args, **kwargs)
        if response.has_header("Content-Disposition"):
            response["Content-Security-Policy"] = "default-src 'none'; sandbox"
        response["Cache-Control"] = "no-cache"
        return response

    return guarded
