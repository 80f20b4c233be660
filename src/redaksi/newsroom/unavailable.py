"""Says clearly that the database is busy or away for a moment, and keeps what was written.

Readers get finished pages meanwhile. Whoever works in the newsroom gets 503 with Retry-After: a
page whose button sends the same form again, or JSON where a script asked.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.core.exceptions import ObjectDoesNotExist
from django.core.signals import got_request_exception
from django.db import Error, InterfaceError, OperationalError
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.template.loader import render_to_string
from django.utils.translation import get_language_from_request, override
from django.utils.translation import gettext as _

#: The database itself is away or busy: the same work can succeed in a moment, and nobody did wrong.
NOT_NOW = (OperationalError, InterfaceError)
SECONDS_TO_RETRY = 5
#: The error code in the answer to scripts.
CODE = "unavailable"


class UnavailableMiddleware:
    """Stands outside of every middleware that asks the database, which can fail as a view can."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self._get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer 503 in place of 500 when the database was away."""
        response = self._get_response(request)
        return unavailable(request) if hasattr(request, "database_is_away") else response

    def process_exception(self, request: HttpRequest, problem: Exception) -> HttpResponse | None:
        """Answer what a view could not, without a traceback in the log."""
        if not isinstance(problem, NOT_NOW):
            return None
        if hasattr(request, "session"):
            # Saving it would wait for the database once more, in vain.
            request.session.modified = False
        return unavailable(request)


def unavailable(request: HttpRequest) -> HttpResponse:
    """Answer 503, in the person's language, without needing the database."""
    with override(language_of(request, otherwise=get_language_from_request(request))):
        response = _answer(request)
    response["Retry-After"] = str(SECONDS_TO_RETRY)
    response["Cache-Control"] = "no-store"
    return response


def _answer(request: HttpRequest) -> HttpResponse:
    if not request.accepts("text/html") or request.headers.get("x-requested-with"):
        message = _(
            "The database is busy just now. Nothing is lost: your text is still in this window. "
            "Please save again in a few seconds."
        )
        answer = {"success": False, "error_code": CODE, "error_message": message}
        return JsonResponse(answer, status=503)
    return HttpResponse(
        render_to_string("newsroom/unavailable.html", _what_was_sent(request)), status=503
    )


def _what_was_sent(request: HttpRequest) -> dict[str, Any]:
    """Return what the page offers to send again; passwords and files never."""
    names = [] if request.method != "POST" else list(request.POST)
    has_secret = any("password" in name for name in names)
    fields = [(name, value) for name in names for value in request.POST.getlist(name)]
    return {
        "newsroom_url": f"/{settings.CONFIG.newsroom_path}/",
        "address": request.get_full_path(),
        "is_form": bool(names),
        "fields": [] if has_secret else fields,
        "has_files": bool(names and request.FILES),
    }


def language_of(request: HttpRequest, *, otherwise: str) -> str:
    """Return the language that whoever is signed in has chosen; ``otherwise`` if nobody is."""
    try:
        language: str = request.user.wagtail_userprofile.get_preferred_language()  # type: ignore[union-attr]
    except (Error, AttributeError, ObjectDoesNotExist):
        return otherwise
    return language


def _note_absence(sender: Any, request: HttpRequest | None = None, **kwargs: Any) -> None:
    if request is not None and isinstance(sys.exc_info()[1], NOT_NOW):
        request.database_is_away = True  # type: ignore[attr-defined]


got_request_exception.connect(_note_absence, dispatch_uid="newsroom.unavailable")
