"""The chooser for related stories; it shows only what the person may see."""

from __future__ import annotations

from typing import Any

from django.db.models import Q, QuerySet
from wagtail.snippets.views.chooser import (
    ChooseResultsView,
    ChooseView,
    SnippetChooserViewSet,
)

from redaksi.articles.desk.listing import SEARCHED
from redaksi.articles.models import Article
from redaksi.articles.permissions import ArticlePolicy
from redaksi.articles.queries import live_articles


class OnlyWhatMayBeSeen:
    """Every live story, and the drafts the person works on; newest first, headlines searched."""

    def get_object_list(self) -> QuerySet[Any]:
        """Return the newest stories open to this person."""
        user = self.request.user  # type: ignore[attr-defined]
        own = ArticlePolicy(Article).instances_user_has_any_permission_for(user, {"view"})
        newest = Article.objects.order_by("-pk").values("pk")[:SEARCHED]
        open_to_user = live_articles().values("pk")
        seen = Article.objects.filter(pk__in=newest)
        shown: QuerySet[Any] = seen.filter(Q(pk__in=open_to_user) | Q(pk__in=own.values("pk")))
        return shown.order_by("-pk")


class ArticleChooseView(OnlyWhatMayBeSeen, ChooseView):
    """The chooser."""


class ArticleChooseResultsView(OnlyWhatMayBeSeen, ChooseResultsView):
    """The chooser's results."""


class ArticleChooserViewSet(SnippetChooserViewSet):
    """The chooser's views."""

    choose_view_class = ArticleChooseView
    choose_results_view_class = ArticleChooseResultsView
