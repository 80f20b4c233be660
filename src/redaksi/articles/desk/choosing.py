"""The chooser for related stories; it shows only what the person may see."""

from __future__ import annotations

from typing import Any

from django.db.models import QuerySet
from django.utils.translation import gettext as _
from wagtail.admin.ui.tables import Column
from wagtail.snippets.views.chooser import (
    ChooseResultsView,
    ChooseView,
    SnippetChooserViewSet,
)

from redaksi.articles.desk.listing import StatusColumn
from redaksi.articles.desk.paging import newest_in_newsroom
from redaksi.articles.models import Article
from redaksi.articles.permissions import ArticlePolicy
from redaksi.articles.queries import shown_to_readers


class OnlyWhatMayBeSeen:
    """Every live story, and the drafts the person works on; newest first, headlines searched."""

    @property
    def columns(self) -> list[Any]:
        """Headline, section and state, as far as the row itself tells."""
        title, *_rest = super().columns  # type: ignore[misc]
        return [
            title,
            Column("section", label=_("Section"), accessor="section"),
            StatusColumn("state", label=_("State"), accessor="pk"),
        ]

    def get_object_list(self) -> QuerySet[Any]:
        """Return the newest stories open to this person."""
        articles = newest_in_newsroom(Article.objects.select_related("section").defer("body"))
        user = self.request.user  # type: ignore[attr-defined]
        own = ArticlePolicy(Article).among(articles, user, {"view"})
        return (articles.filter(shown_to_readers()) | own).order_by("-pk")


class ArticleChooseView(OnlyWhatMayBeSeen, ChooseView):
    """The chooser."""


class ArticleChooseResultsView(OnlyWhatMayBeSeen, ChooseResultsView):
    """The chooser's results."""


class ArticleChooserViewSet(SnippetChooserViewSet):
    """The chooser's views."""

    choose_view_class = ArticleChooseView
    choose_results_view_class = ArticleChooseResultsView
