"""Asks whether a colleague holds the lock on a story."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import PermissionDenied
from django.utils.translation import gettext as _

from redaksi.articles.models import Article


def check_unlocked(article: Article, *, by: Any) -> None:
    """Refuse a person other than the one who locked the article.

    Raises:
        PermissionDenied: with the name of whoever holds the lock.
    """
    if not article.locked or article.locked_by_id == by.pk:
        return
    if article.locked_by is None:
        raise PermissionDenied(_("The story is locked: unlock it first."))
    raise PermissionDenied(
        _("%(colleague)s has locked the story: ask for the lock to be lifted first.")
        % {"colleague": article.locked_by.get_full_name() or article.locked_by.get_username()}
    )
