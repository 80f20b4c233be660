"""Pages of fixed text: guidelines, masthead, contact."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.models import Page

from redaksi.design.cleaning import CleanRichTextField
from redaksi.design.shown import shows


class StaticPage(Page):
    """A page of fixed text under the home page."""

    text = CleanRichTextField(
        _("text"), features=["h2", "h3", "bold", "italic", "link", "ol", "ul"]
    )

    template = "website/static_page.html"
    content_panels = [*Page.content_panels, FieldPanel("text")]
    parent_page_types = ["fronts.HomePage"]
    subpage_types: list[str] = []

    def serve(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Show the page, noting that it does."""
        shows("page", self.pk)
        answer: HttpResponse = super().serve(request, *args, **kwargs)
        return answer

    class Meta:
        verbose_name = _("static page")
        verbose_name_plural = _("static pages")
