"""The panel beside the article editor that shows what people say in the story."""

from __future__ import annotations

from typing import Any

from django.forms import Media
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.side_panels import BaseSidePanel


class StatementsPanel(BaseSidePanel):
    """An empty place that a script fills with the review of the story's statements."""

    class SidePanelToggle(BaseSidePanel.SidePanelToggle):
        """The button that opens it."""

        aria_label = _("Toggle statements")
        icon_name = "openquote"

    name = "statements"
    title = _("Statements")
    template_name = "statements/desk/panel.html"
    order = 360

    def get_context_data(self, parent_context: Any) -> dict[str, Any]:
        """Add where the review is; nothing for a story that was never saved."""
        context: dict[str, Any] = super().get_context_data(parent_context)
        if self.object.pk:
            context["review_url"] = reverse("article_statements", args=[self.object.pk])
            context["speakers_url"] = reverse("find_speakers")
        return context

    @property
    def media(self) -> Media:
        """The script that fills it, and its style."""
        return Media(
            css={"all": ["statements/review.css"]},
            js=["statements/review.js", "statements/marking.js"],
        )
