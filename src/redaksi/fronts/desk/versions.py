"""The screen that shows who laid a front out how, and puts a version back with one click."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import TemplateView
from wagtail.admin import messages
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from redaksi.fronts.desk.guarding import front_of
from redaksi.fronts.models import Front
from redaksi.fronts.versions import put_back, versions_of
from redaksi.newsroom.keys import number_in


class VersionsView(WagtailAdminTemplateMixin, TemplateView):
    """The versions of one front, newest first."""

    template_name = "fronts/desk/versions.html"
    page_title = gettext_lazy("Versions")
    header_icon = "history"

    @cached_property
    def front(self) -> Front:
        """The front, if this person may lay it out."""
        return front_of(self.request.user, self.kwargs["pk"])

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        """Look whose front it is before anything else happens."""
        self.front  # noqa: B018 - refuses by itself
        return super().dispatch(request, *args, **kwargs)

    def get_page_subtitle(self) -> str:
        """Name the front."""
        return str(self.front)

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        """Lead back to the editor."""
        edit_url = reverse("wagtailsnippets_fronts_front:edit", args=[self.front.pk])
        return [
            *super().get_breadcrumbs_items(),
            {"url": edit_url, "label": str(self.front)},
            {"url": "", "label": self.page_title, "sublabel": self.get_page_subtitle()},
        ]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Add the versions."""
        return {**super().get_context_data(**kwargs), "versions": versions_of(self.front)}

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Put a version back; 404 if it is none of this front's."""
        key = number_in(request.POST.get("version", ""))
        revision = get_object_or_404(self.front.revisions, pk=key)
        put_back(self.front, revision, by=request.user)
        messages.success(request, _("Readers see this version now."))
        return redirect("front_versions", pk)
