"""The screen that shows which votes were set aside and why, and lets an editor decide."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from django.db.models import Exists, OuterRef, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import TemplateView
from wagtail.admin import messages
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from redaksi.articles.desk.guarding import check_may
from redaksi.articles.models import Article
from redaksi.articles.permissions import ArticlePolicy
from redaksi.readers.models import Ruling, SetAside
from redaksi.readers.ruling import let_count, set_aside_again

#: Lines shown, the newest first.
LENGTH = 100


class SetAsideView(WagtailAdminTemplateMixin, TemplateView):
    """What was set aside of the stories that this person may publish."""

    template_name = "readers/desk/set_aside.html"
    page_title = gettext_lazy("Votes set aside")
    header_icon = "pick"

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        """Name the screen behind the home."""
        return [*super().get_breadcrumbs_items(), {"url": "", "label": self.page_title}]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Add the lines."""
        lines = [
            {"case": case, "mean": Decimal(case.sum) / case.votes}
            for case in open_to(self.request.user)[:LENGTH]
        ]
        return {**super().get_context_data(**kwargs), "lines": lines}

    def post(self, request: HttpRequest) -> HttpResponse:
        """Let votes count, or set them aside again: 404 if they were counted otherwise by now."""
        key = request.POST.get("case", "")
        cases = SetAside.objects.select_related("article__section")
        case = get_object_or_404(cases, pk=int(key) if key.isdecimal() and len(key) < 19 else 0)
        check_may(request.user, "publish", case.article)
        if "again" in request.POST:
            set_aside_again(case)
            messages.success(request, _("The votes are set aside again."))
        else:
            let_count(case, by=request.user)
            messages.success(request, _("The votes count now."))
        return redirect("votes_set_aside")


def open_to(user: Any) -> QuerySet[SetAside]:
    """Return what was set aside of the stories that a person may publish, newest first."""
    stories = ArticlePolicy(Article).instances_user_has_any_permission_for(user, {"publish"})
    ruling = Ruling.objects.filter(
        article=OuterRef("article"), start=OuterRef("start"), reason=OuterRef("reason")
    )
    cases = SetAside.objects.filter(article__in=stories.values("pk"))
    shown = cases.select_related("article__section").defer("article__body")
    return shown.annotate(is_let_in=Exists(ruling)).order_by("-start", "-pk")
