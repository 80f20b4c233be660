"""Renders the page at an address as every reader gets it, and notes what it shows."""

from __future__ import annotations

import re
from urllib.parse import unquote, urlsplit

from django.conf import settings
from django.contrib.auth.models import AnonymousUser
from django.http import Http404, HttpRequest, HttpResponse
from django.template.response import SimpleTemplateResponse
from django.test import RequestFactory
from django.urls import resolve
from django.utils.translation import override
from wagtail.contrib.redirects.middleware import RedirectMiddleware
from wagtail.documents.models import Document

from redaksi.design.shown import noting
from redaksi.pagestore.page import Page
from redaksi.pictures.models import Rendition

#: Statuses that the page store keeps; everything else is for the newsroom to answer.
KEPT = frozenset({200, 301, 410})
MEDIA = re.compile(rb"/media/(renditions/[0-9a-f]{32}\.[a-z]{3,4})")
DOCUMENTS = re.compile(rb'"/documents/((\d+)/[^"/]+)"')

_requests = RequestFactory()


def render(address: str) -> Page | None:
    """Return the finished page at the address, or ``None`` if there is none to keep.

    The page is the same for everybody: rendered for nobody who has signed in, with the
    newspaper's own host, and with no query.

    Raises:
        Exception: whatever a broken template or a database that is away raises.
    """
    with noting() as tags, override(settings.LANGUAGE_CODE):
        answer = RedirectMiddleware(_answer)(_request(address))
    if answer.status_code not in KEPT:
        return None
    if answer.status_code == 301:
        return _redirect(address, answer["Location"], frozenset(tags))
    body = answer.content
    files = frozenset(name.decode() for name in MEDIA.findall(body))
    documents = _documents(body)
    tags |= {f"picture:{key}" for key in _pictures(files)}
    tags |= {f"download:{key}" for key in documents}
    return Page(
        address,
        body=body,
        status=answer.status_code,
        tags=frozenset(tags),
        files=files,
        documents=frozenset(documents.values()),
    )


def render_error(status: int) -> bytes:
    """Return the page of an error in the paper's look, for the edge to show by itself."""
    from django.template.loader import render_to_string

    request = _request("/")
    with override(settings.LANGUAGE_CODE):
        return render_to_string(f"{status}.html", request=request).encode()


def _request(address: str) -> HttpRequest:
    paper = urlsplit(settings.WAGTAILADMIN_BASE_URL)
    request: HttpRequest = _requests.get(
        address, secure=paper.scheme == "https", headers={"host": paper.netloc}
    )
    request.user = AnonymousUser()
    return request


def _answer(request: HttpRequest) -> HttpResponse:
    try:
        match = resolve(request.path_info)
        request.resolver_match = match
        answer = match.func(request, *match.args, **match.kwargs)
    except Http404:
        return HttpResponse(status=404)
    if isinstance(answer, SimpleTemplateResponse):
        answer.render()
    finished: HttpResponse = answer
    return finished


def _redirect(address: str, location: str, tags: frozenset[str]) -> Page | None:
    """Return a redirect within the paper; one that leaves it is not kept."""
    parts = urlsplit(location)
    home = urlsplit(settings.WAGTAILADMIN_BASE_URL)
    if parts.netloc not in ("", home.netloc) or not parts.path.startswith("/"):
        return None
    return Page(address, status=301, location=parts.path, tags=tags)


def _pictures(files: frozenset[str]) -> list[int]:
    if not files:
        return []
    shown = Rendition.objects.filter(file__in=files).order_by()
    return list(shown.values_list("image", flat=True).distinct())


def _documents(body: bytes) -> dict[int, tuple[str, str]]:
    """Return what the page offers, by key: name in its address, and name of the private file."""
    offered = {int(key): unquote(name.decode()) for name, key in DOCUMENTS.findall(body)}
    if not offered:
        return {}
    files = Document.objects.filter(pk__in=offered).values_list("pk", "file")
    return {key: (offered[key], file) for key, file in files}
