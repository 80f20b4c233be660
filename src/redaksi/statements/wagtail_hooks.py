"""Hangs the record into the newsroom."""

from __future__ import annotations

from typing import Any

from django.urls import URLPattern, path
from wagtail import hooks

from redaksi.statements.desk.finding import find_speakers
from redaksi.statements.desk.panel import StatementsPanel
from redaksi.statements.desk.review import DecideView, ReviewView


@hooks.register("construct_article_side_panels")
def statements_beside_the_text(request: Any, article: Any, panels: list[Any]) -> None:
    """Put the statements beside the text."""
    panels.append(StatementsPanel(article, request))


@hooks.register("register_admin_urls")
def screens_of_statements() -> list[URLPattern]:
    """Give the screens their addresses."""
    review = "articles/<int:pk>/statements"
    return [
        path(f"{review}/", ReviewView.as_view(), name="article_statements"),
        path(f"{review}/<int:statement>/", DecideView.as_view(), name="article_statement"),
        path("speakers/find/", find_speakers, name="find_speakers"),
    ]
