"""Registers the record of statements with Django."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class StatementsConfig(AppConfig):
    """Statements and their speakers."""

    name = "redaksi.statements"
    label = "statements"
    verbose_name = _("Statements")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Listen to stories, and let those who work with stories keep the register."""
        from wagtail.permissions import register_permission_policy

        from redaksi.statements import keeping  # noqa: F401
        from redaksi.statements.models import Speaker
        from redaksi.statements.permissions import RegisterPolicy

        register_permission_policy(Speaker, RegisterPolicy(Speaker))
