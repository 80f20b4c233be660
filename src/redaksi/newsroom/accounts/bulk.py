"""What can be done to several accounts at once, leaving out those one may not change."""

from __future__ import annotations

from typing import Any

from wagtail.users.views import bulk_actions

from redaksi.newsroom.accounts.forms import GrantForm
from redaksi.newsroom.accounts.powers import may_manage


class OnlyManageable:
    """A bulk action that passes over accounts that can do more than the person."""

    def check_perm(self, account: Any) -> bool:
        """Ask about the roles of the account too."""
        allowed: bool = super().check_perm(account)  # type: ignore[misc]
        return allowed and may_manage(self.request.user, account)  # type: ignore[attr-defined]


class AssignRole(OnlyManageable, bulk_actions.AssignRoleBulkAction):
    """Puts each into a group."""

    form_class = GrantForm

    def get_form_kwargs(self) -> dict[str, Any]:
        """Tell the form who fills it in."""
        return {**super().get_form_kwargs(), "grantor": self.request.user}


class Delete(OnlyManageable, bulk_actions.DeleteBulkAction):
    """Deletes each."""


class SetActiveState(OnlyManageable, bulk_actions.SetActiveStateBulkAction):
    """Switches each on or off."""
