"""Speaks the language that a person has chosen, on every page of the newsroom.

Wagtail does so inside of its views; what is answered around them, a page that is not there for
example, would be in the newspaper's language.
"""

from __future__ import annotations

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils.translation import override

from redaksi.newsroom.unavailable import language_of


class SpeakingMiddleware:
    """Stands inside of the middleware that knows who is signed in."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self._get_response = get_response
        self._start = f"/{settings.CONFIG.newsroom_path}/"

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer in the language of whoever is signed in."""
        if not request.path.startswith(self._start) or not hasattr(request, "user"):
            return self._get_response(request)
        with override(language_of(request, otherwise=settings.LANGUAGE_CODE)):
            return self._get_response(request)
