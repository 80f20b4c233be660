"""Registers the syndication app with Django."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class SyndicationConfig(AppConfig):
    """Feeds, sitemaps and stories for partners; no models."""

    name = "redaksi.syndication"
    label = "syndication"
    verbose_name = _("Syndication")
