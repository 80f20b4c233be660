"""Answers every address that shows one stretch of a list of stories, newest first."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import override

from redaksi.articles.places import Cursor
from redaksi.articles.queries import newest


def show_stretch(
    request: HttpRequest,
    template: str,
    *,
    before: Cursor | None,
    start: str,
    older: list[str],
    may_be_empty: bool = True,
    **about: Any,
) -> HttpResponse:
    """Show the newest stories about something, or those before a place in the list.

    ``start`` is the address of the list's beginning, ``older`` the name and the first arguments
    of the address of its other pages; ``about`` is what the list is of: a section, a person, a
    tag, or none of them.

    Raises:
        Http404: for a place behind the oldest story, and for a list that may not be empty and is.
    """
    stretch = newest(**about, before=before)
    if not stretch.articles and (before or not may_be_empty):
        raise Http404
    name, *arguments = older
    context = {
        **about,
        "articles": stretch.articles,
        "older_url": reverse(name, args=[*arguments, stretch.older]) if stretch.older else "",
        "newer_url": start if before else "",
        "start_url": start,
        "is_first_page": before is None,
        "canonical_url": f"{settings.WAGTAILADMIN_BASE_URL}{request.path}",
    }
    with override(settings.LANGUAGE_CODE):
        return render(request, template, context)
