"""The register in the newsroom: its list, its form, and a warning of names that are alike."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib.admin.utils import unquote
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy
from wagtail.admin import messages
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, TitleFieldPanel
from wagtail.admin.ui.tables import BooleanColumn
from wagtail.admin.widgets.button import Button, HeaderButton
from wagtail.admin.widgets.slug import SlugInput
from wagtail.permissions import policy_registry
from wagtail.snippets.views.snippets import EditView, SnippetViewSet

from redaksi.statements.models import Speaker, Statement
from redaksi.statements.register import describe, similar_speakers


class EditSpeakerView(EditView):
    """Changes an entry, and leads to what can be done with it."""

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        """Let only editors in where readers would see the change."""
        speaker = get_object_or_404(Speaker, pk=unquote(str(kwargs["pk"])))
        policy = policy_registry.get_by_type(Speaker)
        if not policy.user_has_permission_for_instance(request.user, "change", speaker):
            raise PermissionDenied(
                _("Readers know “%s”, or must not: only editors change the entry.") % speaker
            )
        return super().dispatch(request, *args, **kwargs)

    @property
    def header_buttons(self) -> list[Any]:
        """Add the way to the page."""
        shown = Statement.objects.filter(speaker=self.object, live_start__isnull=False).exists()
        if not (shown and self.object.url):
            return list(super().header_buttons)
        page = HeaderButton(_("View live"), url=self.object.url, icon_name="view", priority=1)
        return [*super().header_buttons, page]

    @property
    def header_more_buttons(self) -> list[Any]:
        """Add the ways to merging and to splitting."""
        key = self.object.pk
        merge = Button(_("Merge"), url=reverse("merge_speaker", args=[key]), icon_name="resubmit")
        split = Button(_("Split"), url=reverse("split_speaker", args=[key]), icon_name="cut")
        return [*super().header_more_buttons, merge, split]


class SpeakerViewSet(SnippetViewSet):
    """Everybody who speaks in stories."""

    model = Speaker
    icon = "group"
    menu_label = gettext_lazy("Speakers")
    menu_name = "speakers"
    menu_order = 116
    add_to_admin_menu = True
    url_prefix = "speakers"
    edit_view_class = EditSpeakerView
    list_display = [
        "name",
        "kind",
        BooleanColumn("is_private", label=gettext_lazy("private")),
        BooleanColumn("is_hidden", label=gettext_lazy("hidden from search engines")),
    ]
    list_filter = ["kind", "is_private", "is_hidden"]
    search_fields = ["name", "other_names__name"]
    panels = [
        TitleFieldPanel("name"),
        FieldRowPanel([FieldPanel("kind"), FieldPanel("slug", widget=SlugInput)]),
        InlinePanel(
            "other_names", label=gettext_lazy("other name"), heading=gettext_lazy("Other names")
        ),
        InlinePanel(
            "roles",
            [FieldPanel("role"), FieldRowPanel([FieldPanel("since"), FieldPanel("until")])],
            label=pgettext_lazy("of a speaker", "role"),
            heading=pgettext_lazy("of a speaker", "Roles"),
        ),
        FieldRowPanel([FieldPanel("wikidata"), FieldPanel("person", widget=forms.Select)]),
        FieldRowPanel([FieldPanel("is_private"), FieldPanel("is_hidden")]),
    ]


def warn_of_similar_names(request: HttpRequest, speaker: Any) -> None:
    """Say which other entries have names like this one's, with the way to merge them."""
    if not isinstance(speaker, Speaker):
        return
    for other in similar_speakers(speaker.name):
        if other.pk != speaker.pk:
            merge_them = messages.button(reverse("merge_speaker", args=[speaker.pk]), _("Merge"))
            messages.warning(
                request, _("The register also has “%s”.") % describe(other), buttons=[merge_them]
            )


def edit_url(speaker: Speaker) -> str:
    """Return where an entry is changed."""
    return reverse("wagtailsnippets_statements_speaker:edit", args=[speaker.pk])
