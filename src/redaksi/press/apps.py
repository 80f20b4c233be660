"""Registers the press with Django."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class PressConfig(AppConfig):
    """Makes pages for readers out of what the newsroom publishes."""

    name = "redaksi.press"
    label = "press"
    verbose_name = _("Press")

    def ready(self) -> None:
        """Listen to changes of what pages show besides articles."""
        from redaksi.press import promising  # noqa: F401
