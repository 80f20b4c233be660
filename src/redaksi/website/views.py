"""Shows people's pages, tags' pages and the errors, in the paper's look."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.core.exceptions import RequestDataTooBig
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.template.loader import render_to_string
from django.utils.translation import override
from django.views.decorators.http import require_safe
from taggit.models import Tag

from redaksi.articles.places import Cursor
from redaksi.design.shown import shows
from redaksi.fronts.stretches import show_stretch
from redaksi.newsroom.addresses import tag_address
from redaksi.newsroom.models import Person


@require_safe
def person(request: HttpRequest, slug: str, before: Cursor | None = None) -> HttpResponse:
    """Show who somebody is and what they wrote, newest first."""
    who = get_object_or_404(Person.objects.select_related("portrait"), slug=slug)
    shows("person", who.pk)
    return show_stretch(
        request,
        "website/person.html",
        before=before,
        start=who.url,
        older=["person_older", slug],
        person=who,
    )


@require_safe
def tag(request: HttpRequest, slug: str, before: Cursor | None = None) -> HttpResponse:
    """Show the stories that carry a tag, newest first; 404 while no story that is live does."""
    word = get_object_or_404(Tag, slug=slug)
    shows("tag", word.pk)
    return show_stretch(
        request,
        "website/tag.html",
        before=before,
        start=tag_address(slug),
        older=["tag_older", slug],
        may_be_empty=False,
        tag=word,
    )


def not_understood(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Answer 400, or 413 when a form holds more than is taken."""
    status = 413 if isinstance(exception, RequestDataTooBig) else 400
    return render(request, f"{status}.html", status=status)


def forbidden(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Answer 403."""
    return render(request, "403.html", {"reason": str(exception)}, status=403)


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Answer 404."""
    with override(settings.LANGUAGE_CODE):
        return render(request, "404.html", status=404)


def broken(request: HttpRequest, *args: Any) -> HttpResponse:
    """Answer 500 without touching the database, which may be what is broken."""
    with override(settings.LANGUAGE_CODE):
        return HttpResponse(render_to_string("500.html"), status=500)
