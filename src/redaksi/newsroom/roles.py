"""What a user is in the newsroom: on which desks, in which role, over which sections."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django.db.models import Q, QuerySet

from redaksi.newsroom.models import DeskMembership, Section, User

CHIEF_GROUP = "Chief"
TECHNICIAN_GROUP = "Technician"


@dataclass(frozen=True)
class Reach:
    """How far a user's powers go.

    ``is_chief``: over every section. ``writes_in`` and ``edits_in``: primary keys of the
    sections (sub-sections included) where the user is reporter or desk editor.
    """

    is_chief: bool = False
    writes_in: frozenset[int] = frozenset()
    edits_in: frozenset[int] = frozenset()

    @cached_property
    def works_in(self) -> frozenset[int]:
        """Sections in which the user may at least write."""
        return self.writes_in | self.edits_in

    @property
    def has_a_desk(self) -> bool:
        """Whether the user works with stories at all (technicians do not)."""
        return self.is_chief or bool(self.works_in)

    def may_edit_in(self, section_id: int | None) -> bool:
        """Whether the user is editor (or chief) over the section."""
        return self.is_chief or section_id in self.edits_in

    def may_write_in(self, section_id: int | None) -> bool:
        """Whether the user may write for the section."""
        return self.is_chief or section_id in self.works_in


def reach_of(user: Any) -> Reach:
    """Return the user's reach, worked out once per user object (that is, per request)."""
    if not getattr(user, "is_active", False) or not user.is_authenticated:
        return Reach()
    if not hasattr(user, "_newsroom_reach"):
        user._newsroom_reach = _work_out(user)
    reach: Reach = user._newsroom_reach
    return reach


def sections_open_to(user: Any) -> QuerySet[Section]:
    """Return the sections in which the user may write."""
    reach = reach_of(user)
    sections = Section.objects.all()
    return sections if reach.is_chief else sections.filter(pk__in=reach.works_in)


def _work_out(user: User) -> Reach:
    if user.is_superuser or user.groups.filter(name=CHIEF_GROUP).exists():
        return Reach(is_chief=True)
    roles = DeskMembership.Role
    return Reach(
        writes_in=_sections_of(user, roles.REPORTER),
        edits_in=_sections_of(user, roles.EDITOR),
    )


def _sections_of(user: User, role: str) -> frozenset[int]:
    on_desk = {"memberships__user": user, "memberships__role": role}
    own = Q(**{f"desks__{key}": value for key, value in on_desk.items()})
    inherited = Q(**{f"parent__desks__{key}": value for key, value in on_desk.items()})
    return frozenset(Section.objects.filter(own | inherited).values_list("pk", flat=True))
