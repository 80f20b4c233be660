"""Hangs sections, desks and people into Wagtail's admin."""

from __future__ import annotations

from typing import Any

from django import forms
from django.templatetags.static import static
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.panels import FieldPanel, InlinePanel, TitleFieldPanel
from wagtail.admin.widgets.slug import SlugInput
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSet, SnippetViewSetGroup

from redaksi.newsroom.accounts import bulk
from redaksi.newsroom.admin_api import put_desks_in_front
from redaksi.newsroom.models import Desk, Person, Section


class SectionViewSet(SnippetViewSet):
    """The sections of the paper."""

    model = Section
    icon = "folder-open-inverse"
    menu_label = _("Sections")
    url_prefix = "sections"
    list_display = ["name", "slug", "parent", "order"]
    search_fields = ["name", "slug"]
    panels = [
        TitleFieldPanel("name", apply_if_live=False),
        FieldPanel("slug", widget=SlugInput),
        FieldPanel("parent", widget=forms.Select),
        FieldPanel("description"),
        FieldPanel("order"),
    ]


class PersonViewSet(SnippetViewSet):
    """Everybody with a byline."""

    model = Person
    icon = "user"
    menu_label = _("People")
    url_prefix = "people"
    list_display = ["name", "job_title", "kind", "initials"]
    list_filter = ["kind"]
    search_fields = ["name", "initials"]
    panels = [
        TitleFieldPanel("name"),
        FieldPanel("slug", widget=SlugInput),
        FieldPanel("kind"),
        FieldPanel("job_title"),
        FieldPanel("initials"),
        FieldPanel("portrait"),
        FieldPanel("biography"),
        FieldPanel("email"),
        FieldPanel("user"),
    ]


class DeskViewSet(SnippetViewSet):
    """Teams, the sections they answer for, and who is what on them."""

    model = Desk
    icon = "group"
    menu_label = _("Desks")
    url_prefix = "desks"
    search_fields = ["name"]
    panels = [
        FieldPanel("name"),
        FieldPanel("sections"),
        InlinePanel("memberships", label=_("member"), heading=_("Members")),
    ]


class NewsroomGroup(SnippetViewSetGroup):
    """Sections, people and desks under one entry of the menu."""

    items = (SectionViewSet, PersonViewSet, DeskViewSet)
    menu_label = _("Newsroom")
    menu_icon = "group"
    menu_order = 400


register_snippet(NewsroomGroup)

for action in (bulk.AssignRole, bulk.Delete, bulk.SetActiveState):
    # After Wagtail's own, whose places they take.
    hooks.register("register_bulk_action", action, order=1)
hooks.register("construct_admin_api", put_desks_in_front, order=1)


@hooks.register("insert_global_admin_css")
def our_style() -> SafeString:
    """Add the newsroom's own style to every screen."""
    return format_html('<link rel="stylesheet" href="{}">', static("newsroom/newsroom.css"))


@hooks.register("insert_global_admin_js")
def our_scripts() -> SafeString:
    """Start widgets without inline scripts, and tell of what a paste left behind."""
    pictures = gettext("Pictures stayed behind (%n): upload those that you have the right to use.")
    tables = gettext("A table became lines of text: to have it as a table, add a table block.")
    return format_html(
        '<script src="{}"></script><script src="{}"></script>'
        '<script src="{}" data-pictures="{}" data-tables="{}"></script>',
        static("newsroom/widgets.js"),
        static("newsroom/autosave.js"),
        static("newsroom/paste.js"),
        pictures,
        tables,
    )


@hooks.register("construct_main_menu")
def no_help_from_elsewhere(request: Any, items: list[Any]) -> None:
    """Take away Wagtail's help, which leads to another site and to news about Wagtail."""
    items[:] = [item for item in items if item.name != "help"]
