"""The chooser for related stories; it shows only what the person may see."""

from __future__ import annotations

from typing import Any

from django import forms
from django.db.models import QuerySet
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin.forms.choosers import BaseFilterForm, LocaleFilterMixin
from wagtail.admin.ui.tables import Column
from wagtail.snippets.views.chooser import (
    ChooseResultsView,
    ChooseView,
    SnippetChooserViewSet,
    SnippetChosenMultipleView,
    SnippetChosenView,
)

from redaksi.articles.desk.listing import StatusColumn
from redaksi.articles.desk.paging import newest_in_newsroom, with_words
from redaksi.articles.models import Article
from redaksi.articles.permissions import ArticlePolicy
from redaksi.articles.queries import shown_to_readers
from redaksi.newsroom.keys import number_in


class HeadlineFilterForm(LocaleFilterMixin, BaseFilterForm):
    """The fields above the list: the language, and words of the headline.

    Wagtail offers a search for what its own index holds only, and no story is in there.
    """

    q = forms.CharField(
        label=gettext_lazy("Words of the headline"),
        widget=forms.TextInput(attrs={"placeholder": gettext_lazy("Words of the headline")}),
        required=False,
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        # Wagtail names the field after itself, in English.
        self.fields["locale"].label = gettext_lazy("Language")

    def filter(self, objects: QuerySet[Any]) -> QuerySet[Any]:
        """Narrow to the stories with every word."""
        found: QuerySet[Any] = super().filter(objects)
        self.search_query = self.cleaned_data["q"]
        self.is_searching = bool(self.search_query)
        return with_words(found, self.search_query)


class OnlyWhatMayBeSeen:
    """Every live story, and the drafts the person works on; newest first, headlines searched."""

    filter_form_class = HeadlineFilterForm

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
        request = self.request  # type: ignore[attr-defined]
        return open_to(request.user, articles).order_by("-pk")


class ArticleChooseView(OnlyWhatMayBeSeen, ChooseView):
    """The chooser."""


class ArticleChooseResultsView(OnlyWhatMayBeSeen, ChooseResultsView):
    """The chooser's results."""


class ArticleChosenView(SnippetChosenView):
    """The answer to a choice; a story that may not be seen is not there."""

    def get_object(self, pk: str) -> Article:
        """Find it among what is open to the person."""
        articles = open_to(self.request.user, Article.objects.all())
        article: Article = get_object_or_404(articles, pk=number_in(pk))
        return article


class ArticleChosenMultipleView(SnippetChosenMultipleView):
    """The answer to several choices."""

    def get_objects(self, pks: list[str]) -> QuerySet[Any]:
        """Find them among what is open to the person."""
        articles = open_to(self.request.user, Article.objects.all())
        return articles.filter(pk__in=[number_in(pk) for pk in pks])


class ArticleChooserViewSet(SnippetChooserViewSet):
    """The chooser's views."""

    choose_view_class = ArticleChooseView
    choose_results_view_class = ArticleChooseResultsView
    chosen_view_class = ArticleChosenView
    chosen_multiple_view_class = ArticleChosenMultipleView


def open_to(user: Any, articles: QuerySet[Any]) -> QuerySet[Any]:
    """Return those of the stories that readers see or that the person works on."""
    own = ArticlePolicy(Article).among(articles, user, {"view"})
    return articles.filter(shown_to_readers()) | own
