"""Serves the sizes of pictures that readers get, and never an original."""

from __future__ import annotations

from django.conf import settings
from django.http import FileResponse, HttpRequest
from django.http.response import HttpResponseBase
from django.views.decorators.http import require_safe
from django.views.static import serve

from redaksi.pictures.models import RENDITIONS


@require_safe
def rendition(request: HttpRequest, name: str) -> HttpResponseBase:
    """Answer with a rendition's file; its name never changes, so it may be kept for a year."""
    response = serve(request, name, document_root=str(settings.MEDIA_ROOT / RENDITIONS))
    if isinstance(response, FileResponse):
        response["Cache-Control"] = "public, max-age=31536000, immutable"
    return response
