"""Pages of fixed text: guidelines, masthead, contact."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.models import Page

from redaksi.design.cleaning import CleanRichTextField


class StaticPage(Page):
    """A page of fixed text under the home page."""

    text = CleanRichTextField(
        _("text"), features=["h2", "h3", "bold", "italic", "link", "ol", "ul"]
    )

    template = "website/static_page.html"
    content_panels = [*Page.content_panels, FieldPanel("text")]
    parent_page_types = ["fronts.HomePage"]
    subpage_types: list[str] = []

    class Meta:
        verbose_name = _("static page")
        verbose_name_plural = _("static pages")
