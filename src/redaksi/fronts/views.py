"""Shows the home page and the sections' pages: first their front, then the list behind it."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe
from wagtail.views import serve as serve_page

from redaksi.articles.places import Cursor
from redaksi.articles.redirecting import redirect_for_good
from redaksi.design.shown import shows
from redaksi.fronts.showing import show_front
from redaksi.fronts.stretches import show_stretch
from redaksi.newsroom.models import FormerSectionSlug, Section


@require_safe
def home(request: HttpRequest, before: Cursor | None = None) -> HttpResponse:
    """Show the front of the paper, or the stories before a place in its list."""
    if before is None:
        return show_front(request, "fronts/home.html", None)
    return show_stretch(
        request, "fronts/home.html", before=before, start="/", older=["home_older"], section=None
    )


@require_safe
def section(request: HttpRequest, section: str, before: Cursor | None = None) -> HttpResponse:
    """Show the front of a section, or the stories before a place in its list."""
    place = Section.objects.select_related("parent").filter(slug=section).first()
    if place is None:
        return _moved(request, section)
    shows("section", place.pk)
    if before is None:
        return show_front(request, "fronts/section.html", place)
    return show_stretch(
        request,
        "fronts/section.html",
        before=before,
        start=place.url,
        older=["section_older", place.slug],
        section=place,
    )


def _moved(request: HttpRequest, slug: str) -> HttpResponse:
    former = FormerSectionSlug.objects.select_related("section").filter(slug=slug).first()
    if former is None:
        # Static pages share the first part of their address with sections.
        answer: HttpResponse = serve_page(request, request.path.lstrip("/"))
        return answer
    rest = request.path.removeprefix(f"/{slug}/")
    return redirect_for_good(f"{former.section.url}{rest}")
