"""Hangs ratings and letters from readers into the newsroom."""

from __future__ import annotations

from typing import Any

from django.urls import URLPattern, path, reverse_lazy
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem

from redaksi.newsroom.roles import reach_of
from redaksi.readers.complaint_desk import ComplaintsView
from redaksi.readers.desk import SetAsideView


class EditorsMenuItem(MenuItem):
    """A menu entry for those who answer for what readers see."""

    def is_shown(self, request: Any) -> bool:
        """Hide it from reporters and technicians."""
        reach = reach_of(request.user)
        return reach.is_chief or bool(reach.edits_in)


@hooks.register("register_admin_urls")
def screens_of_readers() -> list[URLPattern]:
    """Give the screens their addresses."""
    return [
        path("ratings/", SetAsideView.as_view(), name="votes_set_aside"),
        path("letters/", ComplaintsView.as_view(), name="complaints"),
    ]


@hooks.register("register_admin_menu_item")
def ratings_in_the_menu() -> MenuItem:
    """Put the screen behind the articles."""
    return EditorsMenuItem(
        _("Ratings"), reverse_lazy("votes_set_aside"), icon_name="pick", order=112
    )


@hooks.register("register_admin_menu_item")
def letters_in_the_menu() -> MenuItem:
    """Put the letters behind the ratings."""
    return EditorsMenuItem(
        _("Letters from readers"), reverse_lazy("complaints"), icon_name="mail", order=113
    )
