"""Answers the search for a speaker while an editor types a name."""

from __future__ import annotations

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, JsonResponse
from django.views.decorators.http import require_safe

from redaksi.newsroom.roles import reach_of
from redaksi.statements.register import describe, suggestions

LONGEST = 200


@require_safe
def find_speakers(request: HttpRequest) -> JsonResponse:
    """Return the names of entries that hold all the words, with what tells them apart."""
    if not reach_of(request.user).has_a_desk:
        raise PermissionDenied
    words = request.GET.get("q", "")[:LONGEST].replace("\x00", "")
    found = [{"name": one.name, "label": describe(one)} for one in suggestions(words)]
    return JsonResponse({"speakers": found})
