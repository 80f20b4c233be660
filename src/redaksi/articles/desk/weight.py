"""Shows the editor what a story's page weighs, and warns when it is too heavy."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.forms import Media
from django.http import HttpRequest
from django.urls import reverse
from django.utils.formats import number_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import TemplateView
from wagtail.admin import messages
from wagtail.admin.ui.side_panels import BaseSidePanel

from redaksi.articles.desk.about import OnOneArticle
from redaksi.articles.models import Article
from redaksi.articles.weighing import KILOBYTE, Weight, may_be_above, weigh


class WeightPanel(BaseSidePanel):
    """An empty place beside the editor that a script fills with the weight of the page."""

    class SidePanelToggle(BaseSidePanel.SidePanelToggle):
        """The button that opens it; it counts one when the page is too heavy."""

        aria_label = gettext_lazy("Toggle weight of the page")
        icon_name = "download"

    name = "weight"
    title = gettext_lazy("Weight of the page")
    template_name = "articles/desk/weight_panel.html"
    order = 380

    def get_context_data(self, parent_context: Any) -> dict[str, Any]:
        """Add where the weight is; nothing for a story that was never saved."""
        context: dict[str, Any] = super().get_context_data(parent_context)
        if self.object.pk:
            context["weight_url"] = reverse("article_weight", args=[self.object.pk])
        return context

    @property
    def media(self) -> Media:
        """The script that fills it."""
        return Media(js=["articles/weight.js"])


class WeightView(OnOneArticle, TemplateView):
    """The weight of the newest version of a story, for the panel."""

    template_name = "articles/desk/weight.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Weigh it."""
        weight = weight_of(self.article.get_latest_revision_as_object(), self.request)
        budget = settings.CONFIG.page_budget_kb
        return {
            "weight": weight,
            "parts": [
                (_("Text and frame"), kilobytes(weight.page)),
                (_("Style and scripts"), kilobytes(weight.files)),
                (_("Pictures (%(number)d)") % {"number": weight.pictures_shown},
                 kilobytes(weight.pictures)),
                (_("Together"), kilobytes(weight.total)),
            ],
            "budget": kilobytes(budget * KILOBYTE) if budget else "",
            "is_above": weight.is_above(budget),
        }  # fmt: skip


def weight_of(article: Article, request: HttpRequest) -> Weight:
    """Return what the page of this version weighs for readers."""
    return weigh(article.serve_preview(request, article.default_preview_mode).content)


def warn_if_heavy(request: HttpRequest, article: Article) -> None:
    """Say so above the next screen when a story that readers see now is above the budget."""
    budget = settings.CONFIG.page_budget_kb
    if not may_be_above(article, budget):
        return
    weight = weight_of(article, request)
    if weight.is_above(budget):
        said = _(
            "“%(story)s” is published, but its page weighs %(weight)s on a phone, more than the "
            "%(budget)s that this newspaper allows itself; %(pictures)s of it are pictures."
        )
        messages.warning(
            request,
            said
            % {
                "story": article,
                "weight": kilobytes(weight.total),
                "budget": kilobytes(budget * KILOBYTE),
                "pictures": kilobytes(weight.pictures),
            },
        )


def kilobytes(size: int) -> str:
    """Write a number of bytes in thousands, in the person's language."""
    digits = 1 if size < 10 * KILOBYTE else 0
    return _("%(number)s kB") % {"number": number_format(size / KILOBYTE, digits)}
