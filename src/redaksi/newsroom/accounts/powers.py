"""Which roles somebody may grant, and whose accounts they may change.

A password or an e-mail address that one may set is an account that one may take, so accounts
are guarded as the roles themselves are.
"""

from __future__ import annotations

from typing import Any

from django.contrib.auth.models import Group
from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.utils.translation import gettext as _

from redaksi.newsroom.roles import CHIEF_GROUP, reach_of


def grantable_groups(user: Any) -> QuerySet[Group]:
    """Return the groups into which the user may put somebody: chiefs any, others their own."""
    groups = Group.objects.all()
    return groups if reach_of(user).is_chief else groups.filter(user=user)


def may_manage(user: Any, account: Any) -> bool:
    """Whether the user may change the account, as far as its roles go."""
    if user.is_superuser:
        return True
    if account.is_superuser:
        return False
    # Not reach_of(account): an account that is switched off keeps its roles.
    return reach_of(user).is_chief or not account.groups.filter(name=CHIEF_GROUP).exists()


def check_may_manage(user: Any, account: Any) -> None:
    """Refuse a person who may not change the account.

    Raises:
        PermissionDenied: if the account can do more than the person.
    """
    if not may_manage(user, account):
        raise PermissionDenied(
            _("“%s” can do more than you: ask a chief or an administrator.") % account
        )
