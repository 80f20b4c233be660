"""The forms for accounts, which offer only the roles that one may grant."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.models import Group
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _
from wagtail.users.forms import UserCreationForm, UserEditForm
from wagtail.users.views.bulk_actions.assign_role import RoleForm

from redaksi.newsroom.accounts.powers import grantable_groups


class OnlyOwnPowers:
    """A form that neither shows nor reads what the person filling it in may not grant."""

    def __init__(self, *args: Any, grantor: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.grantor = grantor
        if not grantor.is_superuser:
            self.fields.pop("is_superuser", None)  # type: ignore[attr-defined]
        self.fields["groups"].queryset = grantable_groups(grantor)  # type: ignore[attr-defined]

    def clean_groups(self) -> QuerySet[Group]:
        """Keep the groups that are not the person's to take away either."""
        chosen: QuerySet[Group] = self.cleaned_data["groups"]  # type: ignore[attr-defined]
        account = self.instance  # type: ignore[attr-defined]
        if account.pk is None:
            return chosen
        kept = account.groups.exclude(pk__in=grantable_groups(self.grantor).values("pk"))
        return Group.objects.filter(pk__in=[group.pk for group in (*chosen, *kept)])


class NewAccountForm(OnlyOwnPowers, UserCreationForm):
    """Makes an account, without a password if it is to be opened by a one-time link."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["password1"].help_text = _(
            "Leave it empty and hand over a link made with “redaksi sign-in”, "
            "so that nobody but the person ever knows the password."
        )

    def save(self, commit: bool = True) -> Any:
        """Save; an empty password is one that no sign-in matches."""
        if not self.cleaned_data.get("password1"):
            self.instance.set_unusable_password()
        return super().save(commit=commit)


class AccountForm(OnlyOwnPowers, UserEditForm):
    """Changes an account."""


class GrantForm(RoleForm):
    """The role given to several accounts at once."""

    def __init__(self, *args: Any, grantor: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["role"].queryset = grantable_groups(grantor)
