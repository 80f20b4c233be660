"""Opens saved versions, and says so where one is too damaged to be opened."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from wagtail.admin import messages

from redaksi.articles.models import Article
from redaksi.articles.unreadable import UNREADABLE

logger = logging.getLogger(__name__)


class DamagedVersion(ValidationError):
    """A saved version that no story can be made of."""


@contextmanager
def opening() -> Iterator[None]:
    """Turn what goes wrong over a saved version into ``DamagedVersion``; the log keeps it."""
    try:
        yield
    except DamagedVersion:
        raise
    except (ValidationError, *UNREADABLE) as what:
        logger.exception("A saved version cannot be opened.")
        raise DamagedVersion(
            _("This version is damaged and cannot be opened: choose another one in the history.")
        ) from what


def newest_version_of(article: Article) -> Article:
    """Return the article as its newest version has it.

    Raises:
        DamagedVersion: if the version cannot be read.
    """
    with opening():
        version: Article = article.get_latest_revision_as_object()
        return version


class OpensVersions:
    """A screen that shows a version; a damaged one leads to the history with a sentence."""

    refusal: DamagedVersion | None = None

    def setup(self, request: HttpRequest, *args: Any, **kwargs: Any) -> None:
        """Read the version, which some screens do before anything is asked."""
        try:
            with opening():
                super().setup(request, *args, **kwargs)  # type: ignore[misc]
        except DamagedVersion as refusal:
            self.refusal = refusal

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        """Show the version, or say that it cannot be shown."""
        try:
            if self.refusal:
                raise self.refusal
            return self.show(request, *args, **kwargs)
        except DamagedVersion as refusal:
            for sentence in refusal.messages:
                messages.error(request, sentence)
            history = reverse("wagtailsnippets_articles_article:history", args=[kwargs["pk"]])
            return redirect(history)

    def show(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Answer at once, because the page reads the version too; forms are read elsewhere."""
        if request.method != "GET":
            answer: HttpResponse = super().dispatch(request, *args, **kwargs)  # type: ignore[misc]
            return answer
        with opening():
            answer = super().dispatch(request, *args, **kwargs)  # type: ignore[misc]
            return answer.render() if isinstance(answer, TemplateResponse) else answer
