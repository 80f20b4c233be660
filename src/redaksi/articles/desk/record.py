"""The screen that shows who let readers see what of a story, when and why."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _
from django.views.generic import TemplateView

from redaksi.articles.desk.about import OnOneArticle
from redaksi.articles.models import PublicationRecord

#: Acts shown; a live story that is updated each minute of a day stays within it.
LENGTH = 500


class RecordView(OnOneArticle, TemplateView):
    """The acts of publishing of one story, newest first."""

    template_name = "articles/desk/record.html"
    page_title = _("Record of publishing")
    header_icon = "history"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Add the acts."""
        acts = PublicationRecord.objects.filter(article=self.article).order_by("-pk")[:LENGTH]
        return {**super().get_context_data(**kwargs), "acts": acts, "article": self.article}
