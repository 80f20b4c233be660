"""The screen on which a chief raises the breaking-news strip and takes it down."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse_lazy
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import FormView
from wagtail.admin import messages
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.snippets.widgets import AdminSnippetChooser

from redaksi.articles.models import Article
from redaksi.articles.queries import live_articles
from redaksi.fronts.breaking import raise_strip, standing, strip, take_down
from redaksi.fronts.models import BreakingNews
from redaksi.newsroom.roles import reach_of


class BreakingForm(forms.ModelForm):  # type: ignore[type-arg]
    """The line, and the story it leads to."""

    class Meta:
        model = BreakingNews
        fields = ("text", "story")
        widgets = {"story": AdminSnippetChooser(Article)}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        story: Any = self.fields["story"]
        story.queryset = live_articles()
        story.error_messages["invalid_choice"] = _("Choose a story that readers may see.")


class BreakingView(WagtailAdminTemplateMixin, FormView):  # type: ignore[type-arg]
    """What stands over the fronts now, and the form for another line."""

    template_name = "fronts/desk/breaking.html"
    page_title = gettext_lazy("Breaking news")
    header_icon = "warning"
    form_class = BreakingForm
    success_url = reverse_lazy("breaking_news")

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        """Let chiefs in.

        Raises:
            PermissionDenied: for everybody else.
        """
        if not reach_of(request.user).is_chief:
            raise PermissionDenied(_("Breaking news stands over every front: ask a chief."))
        return super().dispatch(request, *args, **kwargs)

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        """Name the screen behind the home."""
        return [*super().get_breadcrumbs_items(), {"url": "", "label": self.page_title}]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Add what stands, and whether readers see it."""
        more = {"standing": standing(), "shown": strip()}
        return {**super().get_context_data(**kwargs), **more}

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Take down, or raise what the form holds."""
        if "take_down" not in request.POST:
            return super().post(request, *args, **kwargs)
        take_down(by=request.user)
        messages.success(request, _("The strip is taken down."))
        return redirect(self.success_url)

    def form_valid(self, form: Any) -> HttpResponse:
        """Raise the strip."""
        raise_strip(**form.cleaned_data, by=self.request.user)
        messages.success(self.request, _("The strip stands over the home page and all sections."))
        return super().form_valid(form)
