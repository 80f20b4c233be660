"""Registers Wagtail's screens for accounts with ours in the place of some of them."""

from wagtail.users.apps import WagtailUsersAppConfig


class AccountsConfig(WagtailUsersAppConfig):
    """Wagtail's accounts, guarded."""

    user_viewset = "redaksi.newsroom.accounts.screens.AccountViewSet"
