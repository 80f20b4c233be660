"""The list of articles in the newsroom; nothing in it costs more as the archive grows."""

from __future__ import annotations

from functools import cached_property
from typing import Any

from django.db.models import Q, QuerySet
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django_filters import ChoiceFilter
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.paginator import WagtailPaginator
from wagtail.admin.ui.tables import Column, DateColumn
from wagtail.admin.widgets.button import HeaderButton
from wagtail.snippets.views.snippets import IndexView as SnippetIndexView

from redaksi.articles.models import Article

#: Rows that the list counts and leafs through; older ones are reached by filters and search.
CAP = 2000
#: Newest stories that the list's search looks through.
SEARCHED = 5000


class CappedPaginator(WagtailPaginator):
    """Counts no further than the cap."""

    @cached_property
    def count(self) -> int:
        """The number of rows, at most the cap."""
        return self.object_list.order_by()[:CAP].count()  # type: ignore[no-any-return]

    @cached_property
    def items_count_label(self) -> str:
        """The number in words; "2000+" where it was cut."""
        if self.count < CAP:
            return str(super().items_count_label)
        return _("more than %(count)d %(things)s") % {
            "count": CAP,
            "things": self.verbose_name_plural,
        }


class StatusColumn(Column):
    """Draft, live, scheduled, embargoed or withdrawn, as far as the row itself tells."""

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

    class Meta:
        model = Article
        fields = ["section", "kind", "locale"]

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
        """Headline, section, state, last change, writer."""
        box, title, *_rest = super().columns
        return [
            box,
            title,
            Column("section", label=_("Section"), accessor="section"),
            StatusColumn("state", label=_("State"), accessor="status"),
            DateColumn("changed", label=_("Changed"), accessor="latest_revision.created_at"),
            Column("writer", label=_("Writer"), accessor="owner"),
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
        """Fetch what the list shows with the rows, and leave the bodies behind."""
        articles: QuerySet[Any] = super().get_base_queryset()
        related = ("section", "latest_revision", "owner", "locale")
        return articles.select_related(*related).defer("body", "latest_revision__content")

    def search_queryset(self, queryset: QuerySet[Any]) -> QuerySet[Any]:
        """Look for every word in the headlines and sluglines of the newest stories."""
        if not self.is_searching:
            return queryset
        newest = Article.objects.order_by("-pk").values("pk")[:SEARCHED]
        found = queryset.filter(pk__in=newest)
        for word in self.search_query.split()[:8]:
            found = found.filter(Q(headline__icontains=word) | Q(slugline__icontains=word))
        return found
