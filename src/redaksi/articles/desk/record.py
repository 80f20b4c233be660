"""The screen that shows who let readers see what of a story, when and why."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from django.views.generic import TemplateView
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from redaksi.articles.desk.guarding import check_may
from redaksi.articles.models import Article, PublicationRecord

#: Acts shown; a live story that is updated each minute of a day stays within it.
LENGTH = 500


class RecordView(WagtailAdminTemplateMixin, TemplateView):
    """The acts of publishing of one story, newest first."""

    template_name = "articles/desk/record.html"
    page_title = _("Record of publishing")
    header_icon = "history"

    @cached_property
    def article(self) -> Article:
        """The article the screen is about."""
        article: Article = get_object_or_404(Article, pk=self.kwargs["pk"])
        return article

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        """Let in only whom the article's desk lets in."""
        check_may(request.user, "view", self.article)
        return super().dispatch(request, *args, **kwargs)

    def get_page_subtitle(self) -> str:
        """Name the article."""
        return str(self.article)

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        """Lead back to the editor."""
        edit_url = reverse("wagtailsnippets_articles_article:edit", args=[self.article.pk])
        return [
            *super().get_breadcrumbs_items(),
            {"url": edit_url, "label": str(self.article)},
            {"url": "", "label": self.page_title, "sublabel": self.get_page_subtitle()},
        ]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Add the acts."""
        acts = PublicationRecord.objects.filter(article=self.article).order_by("-pk")[:LENGTH]
        return {**super().get_context_data(**kwargs), "acts": acts}
