"""Who may do what with which article: it follows from the desk that answers for its section."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.contrib.auth import get_user_model
from django.contrib.auth.backends import BaseBackend
from django.db.models import Q, QuerySet
from wagtail.permission_policies.base import BasePermissionPolicy

from redaksi.newsroom.models import DeskMembership
from redaksi.newsroom.roles import CHIEF_GROUP, Reach, reach_of

#: What takes an editor of the section (or a chief).
EDITORS = frozenset({"publish", "lock", "unlock", "delete"})
#: What a reporter may do with stories of their own.
REPORTERS = frozenset({"add", "change", "view"})
#: What only chiefs may do.
CHIEFS = frozenset({"withdraw"})


class ArticlePolicy(BasePermissionPolicy):
    """Chiefs everything; editors everything in their sections; reporters their own drafts there.

    A reporter's own story stays readable and changeable for them as long as it is in a section
    they write for; publishing, locking, deleting and withdrawing are never theirs. Nobody
    deletes what was ever published.
    """

    def user_has_permission(self, user: Any, action: str) -> bool:
        """Whether the user may do it with some article."""
        reach = reach_of(user)
        if reach.is_chief:
            return True
        if action in EDITORS:
            return bool(reach.edits_in)
        return action in REPORTERS and reach.has_a_desk

    def user_has_permission_for_instance(self, user: Any, action: str, instance: Any) -> bool:
        """Whether the user may do it with this article, as its row and this version stand."""
        if action == "delete" and instance.published_at is not None:
            return False  # its address must not die: take offline or withdraw instead
        reach = reach_of(user)
        sections = {instance.section_id, self._section_of_row(instance)} - {None}
        return all(self._may(reach, user, action, instance, section) for section in sections)

    def instances_user_has_any_permission_for(
        self, user: Any, actions: Iterable[str]
    ) -> QuerySet[Any]:
        """The articles with which the user may do any of the actions."""
        return self.among(self.model._default_manager.all(), user, actions)

    def among(
        self,
        articles: QuerySet[Any],
        user: Any,
        actions: Iterable[str],
        *,
        section: str = "section_id",
        owner: str = "owner_id",
    ) -> QuerySet[Any]:
        """Those of the articles with which the user may do any of the actions.

        ``section`` and ``owner`` name the columns, or aliases of them, that hold the keys.
        """
        reach = reach_of(user)
        if reach.is_chief:
            return articles
        mine = Q(**{f"{section}__in": reach.edits_in})
        if not REPORTERS.isdisjoint(actions):
            mine |= Q(**{f"{section}__in": reach.writes_in, owner: user.pk})
        return articles.filter(mine) if reach.has_a_desk else articles.none()

    def users_with_any_permission(self, actions: Iterable[str]) -> QuerySet[Any]:
        """The accounts that may do any of the actions with some article."""
        wanted = Q(is_superuser=True) | Q(groups__name=CHIEF_GROUP)
        if not REPORTERS.isdisjoint(actions):
            wanted |= Q(desk_memberships__isnull=False)
        elif not EDITORS.isdisjoint(actions):
            wanted |= Q(desk_memberships__role=DeskMembership.Role.EDITOR)
        return get_user_model().objects.filter(wanted, is_active=True).distinct()

    @staticmethod
    def _may(reach: Reach, user: Any, action: str, article: Any, section_id: int) -> bool:
        if reach.is_chief or action in CHIEFS:
            return reach.is_chief
        if reach.may_edit_in(section_id):
            return action in EDITORS | REPORTERS
        if action == "add":
            return reach.may_write_in(section_id)
        own = article.pk is None or article.owner_id == user.pk
        return action in REPORTERS and own and reach.may_write_in(section_id)

    def _section_of_row(self, article: Any) -> int | None:
        if article.pk is None:
            return None
        rows = self.model._default_manager.filter(pk=article.pk)
        section: int | None = rows.values_list("section_id", flat=True).first()
        return section


class DeskBackend(BaseBackend):
    """Answers Django's model-level questions about articles and the admin from the desks.

    Authenticates nobody; sign-in stays with the backends before it.
    """

    def has_perm(self, user_obj: Any, perm: str, obj: Any = None) -> bool:
        """Whether a place on a desk implies the permission."""
        reach = reach_of(user_obj)
        if perm == "wagtailadmin.access_admin":
            return reach.has_a_desk
        app_label, _, codename = perm.partition(".")
        action, _, model_name = codename.partition("_")
        if app_label != "articles" or model_name != "article":
            return False
        if reach.is_chief:
            return True
        if action in EDITORS:
            return bool(reach.edits_in)
        return action in REPORTERS and reach.has_a_desk
