"""The home page, root of the few pages that are no articles."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.models import Page


class HomePage(Page):
    """The newspaper's front page: the newest stories of every section."""

    parent_page_types = ["wagtailcore.Page"]
    max_count = 1
    # Wagtail's own title panel fills in the slug, which this page does not show.
    content_panels = [FieldPanel("title")]
    promote_panels: list[Any] = []

    class Meta:
        verbose_name = _("home page")
        verbose_name_plural = _("home pages")

    def serve(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Answer ``/``."""
        from redaksi.fronts.views import home

        return home(request)
