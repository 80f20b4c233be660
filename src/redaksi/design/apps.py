"""Registers the design app with Django."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class DesignConfig(AppConfig):
    """Page frame, components and style sheet; no models."""

    name = "redaksi.design"
    label = "design"
    verbose_name = _("Design")
