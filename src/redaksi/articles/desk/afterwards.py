"""Tells the editor, above the next screen, what a publication led to beside the publication.

Rooms above register a function under the hook ``after_article_publication``; it gets the request
and the article as readers see it now.
"""

from __future__ import annotations

from django.http import HttpRequest
from wagtail import hooks

from redaksi.articles.desk.weight import warn_if_heavy
from redaksi.articles.models import Article


def tell_what_it_led_to(request: HttpRequest, article: Article | None) -> None:
    """Say it; nothing of a story that readers do not see."""
    if article is None:
        return
    warn_if_heavy(request, article)
    for tell in hooks.get_hooks("after_article_publication"):
        tell(request, article)
