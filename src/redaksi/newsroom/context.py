"""What every page of the paper shows around its content."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.utils import timezone
from django.utils.functional import SimpleLazyObject
from django.utils.translation import get_language
from wagtail.models import Page

from redaksi.design.batches import once
from redaksi.newsroom.addresses import (
    KEEPER,
    archive_address,
    popular_address,
    search_address,
    speakers_address,
)
from redaksi.newsroom.models import Section


@dataclass(frozen=True)
class Paper:
    """The newspaper as its page frame shows it."""

    name: str
    tagline: str
    language: str
    base_url: str
    contact_email: str
    newsroom_url: str
    archive_url: str
    popular_url: str
    register_url: str
    search_url: str
    keeper_url: str
    year: int
    sections: Any
    pages: Any


def paper(request: HttpRequest) -> dict[str, Any]:
    """Add ``paper`` and ``page_language`` to the context of every template."""
    config = settings.CONFIG
    frame = Paper(
        name=config.name,
        tagline=config.tagline,
        language=config.language,
        base_url=config.base_url,
        contact_email=config.contact_email,
        newsroom_url=f"/{config.newsroom_path}/",
        archive_url=archive_address(),
        popular_url=popular_address(),
        register_url=speakers_address(),
        search_url=search_address(),
        keeper_url=KEEPER if config.offline_reading == "on" else "",
        year=timezone.localdate().year,
        sections=SimpleLazyObject(lambda: once("sections", _top_sections)),
        pages=SimpleLazyObject(lambda: once("pages", _static_pages)),
    )
    return {"paper": frame, "page_language": get_language() or config.language}


def _top_sections() -> list[Section]:
    return list(Section.objects.filter(parent=None).prefetch_related("children"))


def _static_pages() -> list[dict[str, str]]:
    # The home page is the root's only child, so what hangs under it has depth 3.
    pages = Page.objects.live().in_menu().filter(depth=3).order_by("path")
    return [{"url": f"/{page.slug}/", "title": page.title} for page in pages]
