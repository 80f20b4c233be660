"""Lets a reader's browser keep what was read, for reading without a network.

What keeps it is a service worker (W3C), a script of its own address that the browser runs beside
the pages. Where the newspaper does not want it, the same address has a script that clears up.
"""

from __future__ import annotations

import json

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.templatetags.static import static
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from redaksi.newsroom.addresses import KEEPER, OFFLINE

OFFLINE_ADDRESS = f"/{OFFLINE}/"
#: What is pressed for it.
ADDRESSES = (KEEPER, OFFLINE_ADDRESS)
KEPT_STORIES = 30
#: Files that every page needs.
FILES = ("design/paper.css", "design/paper.js")
PLACE = settings.ROOM / "website" / "keeping"


@require_safe
def keeper(request: HttpRequest) -> HttpResponse:
    """Answer with the script that keeps pages, or with the one that clears up."""
    if settings.CONFIG.offline_reading == "off":
        script = (PLACE / "clear.js").read_text(encoding="utf-8")
    else:
        told = {
            "newsroom": f"/{settings.CONFIG.newsroom_path}/",
            "offline": OFFLINE_ADDRESS,
            "files": [static(name) for name in FILES],
            "stories": KEPT_STORIES,
            "copy": _("You are offline. This is the copy that your device kept."),
        }
        script = f"const TOLD = {json.dumps(told)};\n"
        script += (PLACE / "keep.js").read_text(encoding="utf-8")
    return HttpResponse(script, content_type="text/javascript; charset=utf-8")


@require_safe
def page(request: HttpRequest) -> HttpResponse:
    """Answer with the page that a browser shows instead of one it has not kept."""
    return render(request, "website/offline.html")
