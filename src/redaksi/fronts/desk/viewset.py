"""Puts the newsroom's screens for fronts together."""

from __future__ import annotations

from functools import partial
from typing import Any

from django import forms
from django.db.models import QuerySet
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin.forms import WagtailAdminModelForm
from wagtail.admin.panels import FieldPanel, ObjectList, PublishingPanel
from wagtail.admin.ui.tables import UpdatedAtColumn
from wagtail.admin.widgets.button import HeaderButton
from wagtail.permissions import policy_registry
from wagtail.snippets.views import snippets
from wagtail.snippets.views.snippets import SnippetViewSet

from redaksi.articles.desk.damage import ReadsForms
from redaksi.articles.desk.guarding import guard_screens
from redaksi.articles.desk.listing import StatusColumn
from redaksi.fronts.desk.guarding import OwnFront
from redaksi.fronts.models import Front
from redaksi.fronts.models.front import BEGINNING
from redaksi.fronts.permissions import sections_without_front
from redaksi.newsroom.roles import reach_of


class FrontForm(WagtailAdminModelForm):
    """Offers the pages that nobody has laid out yet; a front stays on its page."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        section = self.fields.get("section")
        if section is None:
            return
        if reach_of(self.for_user).is_chief:
            section.empty_label = _("The home page")
        else:
            section.required = True
        if self.instance.pk is not None:
            section.disabled = True
        else:
            section.queryset = sections_without_front(self.for_user)


edit_handler = ObjectList(
    [
        FieldPanel("section", widget=forms.Select),
        FieldPanel("slots"),
        PublishingPanel(children=[FieldPanel("go_live_at")]),
    ],
    base_form_class=FrontForm,
)


class CreateView(ReadsForms, snippets.CreateView):
    """Lays out a page for the first time."""

    def get_initial_form_instance(self) -> Front:
        """Begin with what readers see already."""
        front = super().get_initial_form_instance() or Front()
        front.slots = BEGINNING
        return front


class EditView(ReadsForms, snippets.EditView):
    """Lays out a page anew."""

    @property
    def header_buttons(self) -> list[Any]:
        """Add the ways to the page and to the versions."""
        front = self.live_object
        versions = HeaderButton(
            _("Versions"), url=reverse("front_versions", args=[front.pk]), icon_name="history"
        )
        page = HeaderButton(_("View live"), url=front.url, icon_name="view", priority=1)
        return [*super().header_buttons, page, versions]


class IndexView(snippets.IndexView):
    """The fronts that somebody has laid out."""

    @cached_property
    def columns(self) -> list[Any]:
        """Page, last change and state."""
        state = StatusColumn("state", label=_("State"), accessor="pk")
        return [self._get_title_column("__str__"), UpdatedAtColumn(), state]


@partial(guard_screens, guard=OwnFront)
class FrontViewSet(SnippetViewSet):
    """List, editor and history, under "Fronts" in the newsroom's menu."""

    model = Front
    icon = "grip"
    menu_label = gettext_lazy("Fronts")
    menu_name = "fronts"
    menu_order = 113
    add_to_admin_menu = True
    inspect_view_enabled = False
    copy_view_enabled = False
    edit_handler = edit_handler
    url_prefix = "fronts"
    index_view_class = IndexView
    add_view_class = CreateView
    edit_view_class = EditView
    ordering = None

    def get_queryset(self, request: Any) -> QuerySet[Any]:
        """Return the fronts that this person may lay out."""
        policy = policy_registry.get_by_type(Front)
        fronts: QuerySet[Any] = policy.instances_user_has_any_permission_for(
            request.user, {"change"}
        )
        return fronts.select_related("section")
