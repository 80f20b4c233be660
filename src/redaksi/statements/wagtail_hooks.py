"""Hangs the record into the newsroom."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import URLPattern, path, reverse_lazy
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail import hooks
from wagtail.admin import messages
from wagtail.admin.menu import MenuItem
from wagtail.snippets.models import register_snippet

from redaksi.newsroom.roles import reach_of
from redaksi.statements.desk.afterwards import tell_what_left_the_record
from redaksi.statements.desk.finding import find_speakers
from redaksi.statements.desk.merging import MergeView, SplitView
from redaksi.statements.desk.panel import StatementsPanel
from redaksi.statements.desk.review import DecideView, ReviewView
from redaksi.statements.desk.searching import SaidBeforeView, SearchView
from redaksi.statements.desk.speakers import SpeakerViewSet, edit_url, warn_of_similar_names
from redaksi.statements.models import Speaker

register_snippet(SpeakerViewSet)
hooks.register("after_create_snippet", warn_of_similar_names)
hooks.register("after_edit_snippet", warn_of_similar_names)
hooks.register("after_article_publication", tell_what_left_the_record)


class RecordMenuItem(MenuItem):
    """A menu entry for people who work with stories."""

    def is_shown(self, request: Any) -> bool:
        """Hide it from technicians."""
        return reach_of(request.user).has_a_desk


@hooks.register("register_admin_menu_item")
def record_in_the_menu() -> MenuItem:
    """Put the search of the record behind the ratings."""
    address = reverse_lazy("search_statements")
    return RecordMenuItem(
        gettext_lazy("Statements"), address, name="statements", icon_name="openquote", order=115
    )


@hooks.register("before_delete_snippet")
def keep_who_has_spoken(request: HttpRequest, things: Iterable[Any]) -> HttpResponse | None:
    """Refuse to delete entries under which statements stand."""
    kept = [one for one in things if isinstance(one, Speaker) and one.statements.exists()]
    for speaker in kept:
        messages.error(
            request,
            _("Statements stand under “%s”: merge it with another entry instead.") % speaker,
        )
    return redirect(edit_url(kept[0])) if kept else None


@hooks.register("register_log_actions")
def name_our_acts(actions: Any) -> None:
    """Give the acts of this room names in the history."""
    actions.register_action("redaksi.merge", gettext_lazy("Merge"), gettext_lazy("Entries merged"))
    actions.register_action("redaksi.split", gettext_lazy("Split"), gettext_lazy("Entry split"))


@hooks.register("construct_article_side_panels")
def statements_beside_the_text(request: Any, article: Any, panels: list[Any]) -> None:
    """Put the statements beside the text."""
    panels.append(StatementsPanel(article, request))


@hooks.register("register_admin_urls")
def screens_of_statements() -> list[URLPattern]:
    """Give the screens their addresses."""
    review = "articles/<int:pk>/statements"
    return [
        path(f"{review}/", ReviewView.as_view(), name="article_statements"),
        path(f"{review}/<int:statement>/", DecideView.as_view(), name="article_statement"),
        path(f"{review}/before/", SaidBeforeView.as_view(), name="article_said_before"),
        path("statements/", SearchView.as_view(), name="search_statements"),
        path("speakers/find/", find_speakers, name="find_speakers"),
        path("speakers/<int:pk>/merge/", MergeView.as_view(), name="merge_speaker"),
        path("speakers/<int:pk>/split/", SplitView.as_view(), name="split_speaker"),
    ]
