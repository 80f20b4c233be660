"""The list of articles in the newsroom; nothing in it costs more as the archive grows."""

from __future__ import annotations

import uuid
from collections.abc import Iterable
from functools import cached_property
from typing import Any

from django.conf import settings
from django.contrib.contenttypes.models import ContentType
from django.db.models import CharField, Count, F, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Cast
from django.forms import Select
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django_filters import ChoiceFilter, DateFromToRangeFilter, ModelChoiceFilter
from wagtail.admin.filters import DateRangePickerWidget, WagtailFilterSet
from wagtail.admin.ui.menus import MenuItem
from wagtail.admin.ui.tables import Column, DateColumn
from wagtail.admin.widgets.button import HeaderButton
from wagtail.models import WorkflowState
from wagtail.snippets.views.snippets import IndexView as SnippetIndexView

from redaksi.articles.desk.paging import CappedPaginator
from redaksi.articles.desk.searching import narrow
from redaksi.articles.models import Agency, Article
from redaksi.articles.permissions import ArticlePolicy
from redaksi.newsroom.models import Person
from redaksi.newsroom.roles import reach_of

#: Filters that the search index answers, because the table of articles has no index for them.
IN_THE_INDEX = ("person", "source")


class StatusColumn(Column):
    """Draft, in review, returned, live, under embargo or withdrawn."""

    cell_template_name = "articles/desk/status_cell.html"


class ArticleFilterSet(WagtailFilterSet):
    """Narrows the list by section, kind and state."""

    state = ChoiceFilter(
        label=gettext_lazy("State"),
        method="filter_state",
        choices=[
            ("live", gettext_lazy("Live")),
            ("draft", gettext_lazy("Not live")),
            ("unverified", gettext_lazy("Awaiting verification")),
            ("withdrawn", gettext_lazy("Withdrawn")),
        ],
    )

    published_on = DateFromToRangeFilter(
        label=gettext_lazy("Day of publication"), widget=DateRangePickerWidget
    )

    person = ModelChoiceFilter(
        label=gettext_lazy("Author"),
        queryset=Person.objects.all(),
        method="leave_to_the_index",
        widget=Select,
    )
    source = ModelChoiceFilter(
        label=gettext_lazy("Agency"),
        queryset=Agency.objects.all(),
        method="leave_to_the_index",
        widget=Select,
    )

    class Meta:
        model = Article
        fields = ["section", "kind", "locale"]

    def leave_to_the_index(self, articles: QuerySet[Any], name: str, value: Any) -> QuerySet[Any]:
        """Narrow nothing here (``searching.narrow`` does)."""
        return articles

    def filter_state(self, articles: QuerySet[Any], name: str, value: str) -> QuerySet[Any]:
        """Narrow to the articles in one state."""
        conditions = {
            "live": Q(live=True),
            "draft": Q(live=False),
            "unverified": Q(live=True, awaiting_verification=True),
            "withdrawn": Q(withdrawn_at__isnull=False),
        }
        return articles.filter(conditions[value])


class IndexView(SnippetIndexView):
    """Shows the articles a person works on, latest work first, in every language at once."""

    paginator_class = CappedPaginator
    filterset_class = ArticleFilterSet
    default_ordering = "-latest_revision_id"
    paginate_by = 50
    is_searchable = True
    list_export: list[str] = []
    show_export_buttons = False

    @cached_property
    def columns(self) -> list[Any]:
        """Headline, section, state, last change, byline."""
        box, title, *_rest = super().columns
        return [
            box,
            title,
            Column("section", label=_("Section"), accessor="section"),
            StatusColumn("state", label=_("State"), accessor="status"),
            DateColumn("changed", label=_("Changed"), accessor="latest_revision.created_at"),
            Column("byline", label=_("Byline"), accessor=_written_by),
        ]

    @cached_property
    def header_buttons(self) -> list[Any]:
        """Offer the paste beside the button for a new story."""
        paste = HeaderButton(
            _("Paste a page"), url=reverse("article_paste"), icon_name="clipboard-list"
        )
        return [*super().header_buttons, paste]

    def get_locale(self) -> None:
        """Show stories of every language; the filter narrows."""
        return

    def get_base_queryset(self) -> QuerySet[Any]:
        """Fetch what the list shows with the rows, and leave the bodies behind.

        The sections are hidden from the database's planner, which would rather sort all their
        stories than walk through the latest work; where that pays, the paginator shows them.
        """
        articles = Article.objects.alias(place=F("section_id") + 0)
        mine = ArticlePolicy(Article).among(
            articles, self.request.user, {"view", "change"}, section="place"
        )
        related = ("section", "latest_revision", "owner", "locale")
        shown: QuerySet[Any] = mine.select_related(*related).annotate(review=_reviews())
        shown = shown.prefetch_related("article_authors__person")
        return shown.defer("body", "latest_revision__content")

    def search_queryset(self, queryset: QuerySet[Any]) -> QuerySet[Any]:
        """Look for words, authors and agencies in the search index."""
        if not self._asks_the_index:
            return queryset
        return narrow(queryset, self.search_query, self._chosen, self.request)

    @cached_property
    def _chosen(self) -> dict[str, Any]:
        filters = self.filters
        return filters.form.cleaned_data if filters and filters.is_valid() else {}

    @property
    def _asks_the_index(self) -> bool:
        return self.is_searching or any(self._chosen.get(name) for name in IN_THE_INDEX)

    def get_paginator(self, *args: Any, **kwargs: Any) -> CappedPaginator:
        """Tell the paginator which sections narrow the list, where nothing narrows it more."""
        paginator = CappedPaginator(*args, **kwargs)
        reach = reach_of(self.request.user)
        if not (reach.is_chief or self._asks_the_index):
            paginator.sections = reach.works_in
        return paginator

    def paginate_queryset(self, queryset: QuerySet[Any], page_size: int) -> tuple[Any, ...]:
        """Find out at once which stories of the page are translated into every language."""
        paginator, page, rows, has_others = super().paginate_queryset(queryset, page_size)
        self.translated = _translated(rows)
        return paginator, page, rows, has_others

    def get_list_more_buttons(self, instance: Article) -> list[Any]:
        """Offer the translation of what is not yet there in every language."""
        buttons: list[Any] = super().get_list_more_buttons(instance)
        may_translate = self.request.user.has_perm("simple_translation.submit_translation")
        if may_translate and instance.translation_key not in self.translated:
            url = reverse(
                "simple_translation:submit_snippet_translation",
                args=["articles", "article", instance.pk],
            )
            buttons.append(MenuItem(_("Translate"), url, icon_name="globe", priority=100))
        return buttons

    def get_list_buttons(self, instance: Article) -> list[Any]:
        """Leave out the hook for buttons: Wagtail's own asks the database about each row."""
        buttons: list[Any] = super(SnippetIndexView, self).get_list_buttons(instance)
        return buttons


def _written_by(article: Article) -> str:
    """Name who readers see in the byline, or else who began the story."""
    return article.byline or str(article.owner or "")


def _reviews() -> Subquery:
    """Return what became of the story's latest review, asked only of the rows of a page."""
    kind = ContentType.objects.get_for_model(Article)
    of_the_story = WorkflowState.objects.filter(
        base_content_type=kind, object_id=Cast(OuterRef("pk"), CharField(max_length=255))
    )
    return Subquery(of_the_story.order_by("-pk").values("status")[:1])


def _translated(articles: Iterable[Article]) -> set[uuid.UUID]:
    keys = [article.translation_key for article in articles]
    everywhere = (
        Article.objects.filter(translation_key__in=keys)
        .values("translation_key")
        .annotate(languages=Count("locale"))
        .filter(languages__gte=len(settings.LANGUAGES))
    )
    return set(everywhere.values_list("translation_key", flat=True))
