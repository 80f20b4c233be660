"""Hangs fronts and breaking news into Wagtail's admin."""

from __future__ import annotations

from typing import Any

from django.urls import URLPattern, path, reverse_lazy
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.admin.viewsets.chooser import ChooserViewSet
from wagtail.snippets.models import register_snippet

from redaksi.fronts.desk.breaking import BreakingView
from redaksi.fronts.desk.tags import tag_chooser
from redaksi.fronts.desk.versions import VersionsView
from redaksi.fronts.desk.viewset import FrontViewSet
from redaksi.newsroom.roles import reach_of

register_snippet(FrontViewSet)


class ChiefsMenuItem(MenuItem):
    """A menu entry for chiefs."""

    def is_shown(self, request: Any) -> bool:
        """Hide it from everybody else."""
        return reach_of(request.user).is_chief


@hooks.register("register_admin_viewset")
def chooser_for_tags() -> ChooserViewSet:
    """Give the chooser for tags its addresses."""
    return tag_chooser


@hooks.register("register_admin_urls")
def screens_of_fronts() -> list[URLPattern]:
    """Give the screens their addresses."""
    return [
        path("fronts/<int:pk>/versions/", VersionsView.as_view(), name="front_versions"),
        path("breaking/", BreakingView.as_view(), name="breaking_news"),
    ]


@hooks.register("register_admin_menu_item")
def breaking_news_in_the_menu() -> MenuItem:
    """Put breaking news behind the fronts."""
    return ChiefsMenuItem(
        _("Breaking news"), reverse_lazy("breaking_news"), icon_name="warning", order=114
    )
