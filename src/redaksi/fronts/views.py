"""Shows the home page and the sections' pages, newest stories first."""

from __future__ import annotations

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse, HttpResponsePermanentRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import override
from django.views.decorators.http import require_safe
from wagtail.views import serve as serve_page

from redaksi.articles.places import Cursor
from redaksi.articles.queries import newest
from redaksi.newsroom.models import FormerSectionSlug, Section


@require_safe
def home(request: HttpRequest, before: Cursor | None = None) -> HttpResponse:
    """Show the newest stories of the paper, or those before a place in the list."""
    stretch = newest(before=before)
    if before and not stretch.articles:
        raise Http404
    context = {
        "section": None,
        "articles": stretch.articles,
        "older_url": reverse("home_older", args=[stretch.older]) if stretch.older else "",
        "newer_url": "/" if before else "",
        "is_first_page": before is None,
        "canonical_url": f"{settings.WAGTAILADMIN_BASE_URL}{request.path}",
    }
    with override(settings.LANGUAGE_CODE):
        return render(request, "fronts/home.html", context)


@require_safe
def section(request: HttpRequest, section: str, before: Cursor | None = None) -> HttpResponse:
    """Show the newest stories of a section and its sub-sections."""
    place = Section.objects.select_related("parent").filter(slug=section).first()
    if place is None:
        return _moved(request, section)
    stretch = newest(section=place, before=before)
    if before and not stretch.articles:
        raise Http404
    older = reverse("section_older", args=[place.slug, stretch.older]) if stretch.older else ""
    context = {
        "section": place,
        "articles": stretch.articles,
        "older_url": older,
        "newer_url": place.url if before else "",
        "is_first_page": before is None,
        "canonical_url": f"{settings.WAGTAILADMIN_BASE_URL}{request.path}",
    }
    with override(settings.LANGUAGE_CODE):
        return render(request, "fronts/section.html", context)


def _moved(request: HttpRequest, slug: str) -> HttpResponse:
    former = FormerSectionSlug.objects.select_related("section").filter(slug=slug).first()
    if former is None:
        # Static pages share the first part of their address with sections.
        answer: HttpResponse = serve_page(request, request.path.lstrip("/"))
        return answer
    rest = request.path.removeprefix(f"/{slug}/")
    return HttpResponsePermanentRedirect(f"{former.section.url}{rest}")
