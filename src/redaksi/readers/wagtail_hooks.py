"""Hangs the ratings into the newsroom."""

from __future__ import annotations

from typing import Any

from django.urls import URLPattern, path, reverse_lazy
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem

from redaksi.newsroom.roles import reach_of
from redaksi.readers.desk import SetAsideView


class EditorsMenuItem(MenuItem):
    """A menu entry for those who answer for what readers see."""

    def is_shown(self, request: Any) -> bool:
        """Hide it from reporters and technicians."""
        reach = reach_of(request.user)
        return reach.is_chief or bool(reach.edits_in)


@hooks.register("register_admin_urls")
def screen_of_ratings() -> list[URLPattern]:
    """Give the screen its address."""
    return [path("ratings/", SetAsideView.as_view(), name="votes_set_aside")]


@hooks.register("register_admin_menu_item")
def ratings_in_the_menu() -> MenuItem:
    """Put the screen behind the articles."""
    return EditorsMenuItem(
        _("Ratings"), reverse_lazy("votes_set_aside"), icon_name="pick", order=112
    )
