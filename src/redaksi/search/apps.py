"""Registers the search app with Django."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class SearchConfig(AppConfig):
    """The index of stories."""

    name = "redaksi.search"
    label = "search"
    verbose_name = _("Search")
