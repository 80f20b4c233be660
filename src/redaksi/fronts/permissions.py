"""Who may lay out which front: the editors of its section, and chiefs, whose the home page is."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.contrib.auth import get_user_model
from django.db.models import Q, QuerySet
from wagtail.permission_policies.base import BasePermissionPolicy

from redaksi.newsroom.models import DeskMembership, Section
from redaksi.newsroom.roles import CHIEF_GROUP, reach_of


class FrontPolicy(BasePermissionPolicy):
    """One answer for every action: whoever may lay a front out may also publish and remove it."""

    def user_has_permission(self, user: Any, action: str) -> bool:
        """Whether the user may lay out some front."""
        reach = reach_of(user)
        return reach.is_chief or bool(reach.edits_in)

    def user_has_permission_for_instance(self, user: Any, action: str, instance: Any) -> bool:
        """Whether the user may lay out this one, as its row and this version stand."""
        places = {instance.section_id}
        if instance.pk is not None:
            row = self.model._default_manager.filter(pk=instance.pk)
            places |= set(row.values_list("section_id", flat=True))
        reach = reach_of(user)
        return all(reach.may_edit_in(section) for section in places)

    def instances_user_has_any_permission_for(
        self, user: Any, actions: Iterable[str]
    ) -> QuerySet[Any]:
        """The fronts that the user may lay out."""
        reach = reach_of(user)
        fronts: QuerySet[Any] = self.model._default_manager.all()
        return fronts if reach.is_chief else fronts.filter(section__in=reach.edits_in)

    def users_with_any_permission(self, actions: Iterable[str]) -> QuerySet[Any]:
        """The accounts that may lay out some front."""
        wanted = Q(is_superuser=True) | Q(groups__name=CHIEF_GROUP)
        wanted |= Q(desk_memberships__role=DeskMembership.Role.EDITOR)
        return get_user_model().objects.filter(wanted, is_active=True).distinct()


def sections_without_front(user: Any) -> QuerySet[Section]:
    """Return the sections that the user may lay out and nobody has laid out."""
    reach = reach_of(user)
    sections = Section.objects.filter(front=None)
    return sections if reach.is_chief else sections.filter(pk__in=reach.edits_in)
