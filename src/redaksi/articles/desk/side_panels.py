"""Lets rooms above put panels beside the article editor, which cannot know them.

They register a function under Wagtail's hook ``construct_article_side_panels``; it gets the
request, the article and the list of panels.
"""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest
from wagtail import hooks

from redaksi.articles.models import Article


def with_other_rooms(panels: Any, article: Article, request: HttpRequest) -> Any:
    """Return the panels, those of other rooms added in their places."""
    for construct in hooks.get_hooks("construct_article_side_panels"):
        construct(request, article, panels)
    panels.sort(key=lambda panel: panel.order)
    return panels
