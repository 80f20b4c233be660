"""Registers the fronts app with Django."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class FrontsConfig(AppConfig):
    """Home and section fronts."""

    name = "redaksi.fronts"
    label = "fronts"
    verbose_name = _("Fronts")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Hand every question of permission about fronts to the desks."""
        from wagtail.permissions import register_permission_policy

        from redaksi.fronts.models import Front
        from redaksi.fronts.permissions import FrontPolicy

        register_permission_policy(Front, FrontPolicy(Front))
