"""Renders the page at an address as every reader gets it, and notes what it shows."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from urllib.parse import urlsplit

from django.conf import settings
from django.contrib.auth.models import AnonymousUser
from django.http import Http404, HttpRequest, HttpResponse
from django.template.response import SimpleTemplateResponse
from django.test import RequestFactory
from django.urls import resolve
from django.utils.translation import override
from wagtail.contrib.redirects.middleware import RedirectMiddleware

from redaksi.articles.fetching import articles_at
from redaksi.articles.models import Article
from redaksi.articles.views import show
from redaksi.design.batches import batch
from redaksi.design.shown import noting
from redaksi.newsroom.unavailable import NOT_NOW
from redaksi.pagestore.page import Page
from redaksi.press.files import with_files
from redaksi.readers.figures import figures_of
from redaksi.statements.queries import statements_in

#: Statuses that the page store keeps; everything else is for the newsroom to answer.
KEPT = frozenset({200, 301, 410})

_requests = RequestFactory()


def render_all(addresses: Sequence[str]) -> list[tuple[str, Page | Exception | None]]:
    """Return each page as ``render`` does, or what it raised.

    The database is asked for what all of them show together. One story that cannot be read harms
    no other page: it is looked for by halves.

    Raises:
        OperationalError, InterfaceError: if the database does not answer.
    """
    try:
        return _render_together(addresses)
    except NOT_NOW:
        raise
    except Exception as problem:
        if len(addresses) < 2:
            return [(address, problem) for address in addresses]
        half = len(addresses) // 2
        return [*render_all(addresses[:half]), *render_all(addresses[half:])]


def _render_together(addresses: Sequence[str]) -> list[tuple[str, Page | Exception | None]]:
    with batch():
        fetched = articles_at(addresses)
        keys = [article.pk for article in fetched.values()]
        figures_of(keys)
        statements_in(keys)
        answers = [(address, _attempt(address, fetched.get(address))) for address in addresses]
        pages = [page for _address, page in answers if isinstance(page, Page)]
        known = {page.address: page for page in with_files(pages)}
    return [(address, known.get(address, answer)) for address, answer in answers]


def render(address: str) -> Page | None:
    """Return the finished page at the address, or ``None`` if there is none to keep.

    The page is the same for everybody: rendered for nobody who has signed in, with the
    newspaper's own host, and with no query.

    Raises:
        Exception: whatever a broken template or a database that is away raises.
    """
    page = _render(address, None)
    return None if page is None else with_files([page])[0]


def _attempt(address: str, article: Article | None) -> Page | Exception | None:
    try:
        return _render(address, article)
    except NOT_NOW:
        raise
    except Exception as problem:
        return problem


def _render(address: str, article: Article | None) -> Page | None:
    with noting() as tags, override(settings.LANGUAGE_CODE):
        request = _request(address)
        answer = RedirectMiddleware(partial(_answer, article=article))(request)
    if answer.status_code not in KEPT:
        return None
    if answer.status_code == 301:
        return _redirect(address, answer["Location"], frozenset(tags))
    return Page(address, answer.content, answer.status_code, tags=frozenset(tags))


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


def _answer(request: HttpRequest, article: Article | None) -> HttpResponse:
    try:
        if article is not None:
            return show(request, article)
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
    """Return a redirect to a page of the paper; another is left to the newsroom to answer."""
    parts = urlsplit(location)
    if parts.query or parts.fragment:
        return None
    home = urlsplit(settings.WAGTAILADMIN_BASE_URL)
    if parts.netloc not in ("", home.netloc) or not parts.path.startswith("/"):
        return None
    return Page(address, status=301, location=parts.path, tags=tags)
