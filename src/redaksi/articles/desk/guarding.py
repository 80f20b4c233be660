"""Asks on every screen of one article whether this person may do this to this article."""

from __future__ import annotations

from typing import Any

from django.contrib.admin.utils import unquote
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _
from wagtail.permissions import policy_registry

from redaksi.articles.models import Article

#: What each screen of Wagtail's takes; screens not named here take "change".
ACTION_OF_SCREEN = {
    "copy_view_class": "view",
    "delete_view_class": "delete",
    "history_view_class": "view",
    "inspect_view_class": "view",
    "usage_view_class": "view",
    "lock_view_class": "lock",
    "unlock_view_class": "unlock",
    "unpublish_view_class": "publish",
    "revisions_unschedule_view_class": "publish",
    "workflow_history_view_class": "view",
    "workflow_history_detail_view_class": "view",
}
#: Screens that are not about one existing article.
WITHOUT_ARTICLE = {"index_view_class", "add_view_class", "preview_on_add_view_class"}


def check_may(user: Any, action: str, article: Article) -> None:
    """Refuse a person who may not do this to this article.

    Raises:
        PermissionDenied: with the section whose desk answers for the article.
    """
    policy = policy_registry.get_by_type(Article)
    if not policy.user_has_permission_for_instance(user, action, article):
        raise PermissionDenied(
            _("“%(story)s” belongs to the desk of “%(section)s”, and this is not yours to do.")
            % {"story": article, "section": article.section}
        )


class OwnSection:
    """A view of one article that opens only for those whom the article's desk lets in."""

    action_on_article = "change"

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        """Look at the row before anything else happens."""
        pk = unquote(str(kwargs.get("pk", args[0] if args else "")))
        article = get_object_or_404(Article.objects.select_related("section").defer("body"), pk=pk)
        check_may(request.user, self.action_on_article, article)
        return super().dispatch(request, *args, **kwargs)  # type: ignore[misc]


def guard_screens(viewset: type, guard: type = OwnSection) -> type:
    """Put a guard in front of every screen of a viewset that is about one article, or front."""
    for name in dir(viewset):
        if not name.endswith("_view_class") or name in WITHOUT_ARTICLE:
            continue
        screen = getattr(viewset, name)
        if not isinstance(screen, type) or name == "reorder_view_class":
            continue
        action = ACTION_OF_SCREEN.get(name, "change")
        guarded = type(screen.__name__, (guard, screen), {"action_on_article": action})
        if name != "revisions_revert_view_class":
            setattr(viewset, name, guarded)
    return viewset
