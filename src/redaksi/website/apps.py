"""Registers the website app with Django."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class WebsiteConfig(AppConfig):
    """People's pages, static pages and error pages."""

    name = "redaksi.website"
    label = "website"
    verbose_name = _("Website")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Let the fronts' slot of what is read most ask the room that counts it."""
        from redaksi.fronts.offering import offer_most_read
        from redaksi.readers.ranking import most_read

        offer_most_read(most_read)
