"""Gives pictures to readers only while a page that they may open shows them."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps

from django.http import Http404, HttpRequest
from django.http.response import HttpResponseBase
from django.utils.cache import patch_cache_control

from redaksi.articles.uses import readers_may_see
from redaksi.newsroom.roles import reach_of
from redaksi.pictures.models import RENDITIONS, Rendition

View = Callable[[HttpRequest, str], HttpResponseBase]


def only_what_readers_see(view: View) -> View:
    """Let the newsroom see every picture, and readers those of what is published.

    Raises:
        Http404: for everything else, as if there were no such picture.
    """

    @wraps(view)
    def guarded(request: HttpRequest, name: str) -> HttpResponseBase:
        shown = Rendition.objects.select_related("image").filter(file=f"{RENDITIONS}/{name}")
        rendition = shown.first()
        if rendition is None:
            raise Http404
        if readers_may_see(rendition.image):
            return view(request, name)
        if not reach_of(request.user).has_a_desk:
            raise Http404
        response = view(request, name)
        del response["Cache-Control"]
        patch_cache_control(response, private=True, max_age=600)
        return response

    return guarded
