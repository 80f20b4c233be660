"""Hangs the files for partners into the newsroom."""

from __future__ import annotations

from django.urls import URLPattern, path
from wagtail import hooks

from redaksi.syndication.partners import ExportView


@hooks.register("register_admin_urls")
def addresses_of_exports() -> list[URLPattern]:
    """Give the files their addresses."""
    return [
        path("articles/<int:pk>/export/<str:name>/", ExportView.as_view(), name="article_export")
    ]
