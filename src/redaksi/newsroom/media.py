"""Who may add, choose and change pictures and documents: everybody who has a desk."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.db.models import QuerySet
from wagtail.models import Collection
from wagtail.permission_policies.collections import CollectionOwnershipPermissionPolicy

from redaksi.newsroom.roles import reach_of

EVERYBODYS = frozenset({"add", "choose", "view"})


class MediaPolicy(CollectionOwnershipPermissionPolicy):
    """Members of a desk add and choose; editors and chiefs change any; reporters their own.

    Replaces Wagtail's rows of group permissions per collection, because roles follow from desks.
    """

    def _check_perm(
        self, user: Any, actions: Iterable[str], collection: Collection | None = None
    ) -> bool:
        reach = reach_of(user)
        if reach.is_chief or reach.edits_in:
            return True
        return reach.has_a_desk and not EVERYBODYS.isdisjoint(actions)

    def _collections_with_perm(self, user: Any, actions: Iterable[str]) -> QuerySet[Any]:
        allowed = self._check_perm(user, actions)
        every: QuerySet[Any] = Collection.objects.all()
        return every if allowed else every.none()
