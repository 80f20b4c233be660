"""The screens for accounts, closed where the account can do more than the person."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest
from wagtail.users.views import users

from redaksi.newsroom.accounts.forms import AccountForm, NewAccountForm
from redaksi.newsroom.accounts.powers import check_may_manage, may_manage


class KnowsTheGrantor:
    """A view that tells its form who fills it in."""

    def get_form_kwargs(self) -> dict[str, Any]:
        """Add the person."""
        request = self.request  # type: ignore[attr-defined]
        return {**super().get_form_kwargs(), "grantor": request.user}  # type: ignore[misc]


class OnlyManageable:
    """A view of one account that opens only for those who may change it."""

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        """Look at the account before anything else happens."""
        check_may_manage(request.user, self.get_object())  # type: ignore[attr-defined]
        return super().dispatch(request, *args, **kwargs)  # type: ignore[misc]


class IndexView(users.IndexView):
    """The list of accounts."""

    def get_edit_url(self, instance: Any) -> str | None:
        """Lead only to accounts that the person may change."""
        if not may_manage(self.request.user, instance):
            return None
        url: str | None = super().get_edit_url(instance)
        return url

    def get_delete_url(self, instance: Any) -> str | None:
        """Offer the deletion only of accounts that the person may change."""
        if not may_manage(self.request.user, instance):
            return None
        url: str | None = super().get_delete_url(instance)
        return url


class CreateView(KnowsTheGrantor, users.CreateView):
    """Makes an account."""


class EditView(OnlyManageable, KnowsTheGrantor, users.EditView):
    """Changes an account."""


class DeleteView(OnlyManageable, users.DeleteView):
    """Deletes an account."""


class AccountViewSet(users.UserViewSet):
    """The screens for accounts under "Settings"."""

    # Wagtail's template for new accounts cannot do without the box for administrators.
    create_template_name = "wagtailusers/users/edit.html"
    index_view_class = IndexView
    add_view_class = CreateView
    edit_view_class = EditView
    delete_view_class = DeleteView
    # Two people share neither a name nor an address.
    copy_view_enabled = False

    def get_form_class(self, for_update: bool = False) -> Any:
        """Return our forms."""
        return AccountForm if for_update else NewAccountForm
