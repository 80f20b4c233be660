"""Who may keep the record: everybody who works with stories; what readers see, only editors."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.db.models import Q, QuerySet
from wagtail.permission_policies.base import BasePermissionPolicy
from wagtail.permissions import policy_registry

from redaksi.articles.models import Article
from redaksi.articles.permissions import ArticlePolicy
from redaksi.newsroom.roles import reach_of
from redaksi.statements.models import Speaker, Statement

#: What takes an editor of some section, or a chief.
EDITORS = frozenset({"delete", "publish"})


def may_clear(user: Any, article: Article) -> bool:
    """Whether what the user decides about a story's statements is for readers: who may publish."""
    policy = policy_registry.get_by_type(Article)
    return bool(user and policy.user_has_permission_for_instance(user, "publish", article))


def _is_for_editors(speaker: Speaker) -> bool:
    kept_back = Speaker.objects.filter(Q(is_private=True) | Q(is_hidden=True), pk=speaker.pk)
    seen = Statement.objects.filter(speaker=speaker, public_since__isnull=False)
    return kept_back.exists() or seen.exists()


class RegisterPolicy(BasePermissionPolicy):
    """The register is everybody's, but for entries that readers see: those take an editor.

    So do those that they saw once, and what an editor keeps from them. An entry under which
    something stands cannot be deleted.
    """

    def user_has_permission(self, user: Any, action: str) -> bool:
        """Whether the user may do it with some entry."""
        reach = reach_of(user)
        if action in EDITORS:
            return reach.is_chief or bool(reach.edits_in)
        return reach.has_a_desk

    def user_has_permission_for_instance(self, user: Any, action: str, instance: Any) -> bool:
        """Whether the user may do it with this entry."""
        if action == "delete" and instance.pk and instance.statements.exists():
            return False
        if action == "change" and instance.pk and _is_for_editors(instance):
            action = "publish"
        return self.user_has_permission(user, action)

    def instances_user_has_any_permission_for(
        self, user: Any, actions: Iterable[str]
    ) -> QuerySet[Any]:
        """All entries, or none."""
        entries: QuerySet[Any] = self.model._default_manager.all()
        return entries if self.user_has_any_permission(user, actions) else entries.none()

    def users_with_any_permission(self, actions: Iterable[str]) -> QuerySet[Any]:
        """The accounts that may do any of the actions."""
        asked = {"publish"} if EDITORS.issuperset(actions) else {"change"}
        users: QuerySet[Any] = ArticlePolicy(Article).users_with_any_permission(asked)
        return users
