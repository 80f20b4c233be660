"""Shows the first page of the home or of a section, as its front is laid out."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import override

from redaksi.articles.lists import PAPER, list_under
from redaksi.articles.queries import keys_of_stretch
from redaksi.fronts.breaking import strip
from redaksi.fronts.laying_out import lay_out
from redaksi.fronts.models import Front
from redaksi.fronts.slots import DEFAULT, Slot
from redaksi.newsroom.models import Section


def show_front(request: HttpRequest, template: str, section: Section | None) -> HttpResponse:
    """Answer with the front, by hand or by rule."""
    front = Front.objects.filter(section=section, live=True).first()
    slots = front.read_slots() if front is not None else DEFAULT
    with override(settings.LANGUAGE_CODE):
        return render(request, template, front_context(section, slots))


def front_context(section: Section | None, slots: tuple[Slot, ...]) -> dict[str, Any]:
    """Return what a front's page shows; it stands for the first page of a list.

    The list goes on behind it where it always does (``articles.stretching``).
    """
    news = PAPER if section is None else list_under(section)
    newest, end = keys_of_stretch(news)
    start = section.url if section else "/"
    name, arguments = ("section_older", [section.slug]) if section else ("home_older", [])
    return {
        "section": section,
        "places": lay_out(slots, section=section, newest=newest),
        "breaking": strip(),
        "older_url": reverse(name, args=[*arguments, end]) if end else "",
        "start_url": start,
        "is_first_page": True,
        "canonical_url": f"{settings.WAGTAILADMIN_BASE_URL}{start}",
    }
