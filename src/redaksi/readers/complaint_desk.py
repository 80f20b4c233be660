"""The screen of letters from readers, with the clock of each."""

from __future__ import annotations

from typing import Any

from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.views.generic import TemplateView
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from redaksi.articles.models import Article
from redaksi.articles.permissions import ArticlePolicy
from redaksi.readers.complaint import Complaint

#: Letters shown, the newest first.
LENGTH = 100


class ComplaintsView(WagtailAdminTemplateMixin, TemplateView):
    """The confirmed letters about stories that this person may publish."""

    template_name = "readers/desk/complaints.html"
    page_title = _("Letters from readers")
    header_icon = "mail"

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        """Name the screen behind the home."""
        return [*super().get_breadcrumbs_items(), {"url": "", "label": self.page_title}]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Add the letters."""
        letters = open_to(self.request.user)[:LENGTH]
        return {**super().get_context_data(**kwargs), "letters": letters, "now": timezone.now()}


def open_to(user: Any) -> QuerySet[Complaint]:
    """Return the confirmed letters about stories that a person may publish, newest first."""
    stories = ArticlePolicy(Article).instances_user_has_any_permission_for(user, {"publish"})
    confirmed = Complaint.objects.filter(
        confirmed_at__isnull=False, article__in=stories.values("pk")
    )
    shown = confirmed.select_related("article__section").defer("article__body")
    return shown.order_by("-confirmed_at", "-pk")
