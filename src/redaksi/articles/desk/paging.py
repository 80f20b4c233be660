"""Leafs through articles without counting, sorting or walking through the whole archive."""

from __future__ import annotations

from functools import cached_property
from typing import Any

from django.core.paginator import Page
from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _
from wagtail.admin.paginator import WagtailPaginator

from redaksi.articles.models import Article

#: Rows that a list counts and leafs through; older ones are reached by filters and search.
CAP = 2000
#: Newest stories that the chooser looks through.
SEARCHED = 5000
#: Words of a search that are looked for; a pasted page would make a statement without end.
MOST_WORDS = 8


def newest_in_newsroom(articles: QuerySet[Any]) -> QuerySet[Any]:
    """Return those of the articles that are among the newest of the paper, live or not."""
    newest = Article.objects.order_by("-pk").values_list("pk", flat=True)
    oldest = newest[SEARCHED - 1 : SEARCHED].first()
    return articles.filter(pk__gte=oldest or 0)


def with_words(articles: QuerySet[Any], text: str) -> QuerySet[Any]:
    """Return those of the articles that have every word of the text in headline or slugline."""
    for word in text.split()[:MOST_WORDS]:
        articles = articles.filter(Q(headline__icontains=word) | Q(slugline__icontains=word))
    return articles


class CappedPaginator(WagtailPaginator):
    """Counts no further than the cap; shows the latest work first.

    What is fewer than the cap is fetched by whichever index narrows it most, and sorted here.
    What is more is so common that a walk through the latest work soon meets it. Left to choose,
    SQLite sorts a desk's whole archive, or walks through the whole paper's for three rows.
    """

    sections: frozenset[int] | None = None
    """Primary keys of the sections to which the list is limited, if it is."""

    @cached_property
    def count(self) -> int:
        """The number of rows, at most the cap."""
        return len(self._found)

    @cached_property
    def items_count_label(self) -> str:
        """The number in words; "2000+" where it was cut."""
        if self.count < CAP:
            return str(super().items_count_label)
        return _("more than %(count)d %(things)s") % {
            "count": CAP,
            "things": self.verbose_name_plural,
        }

    def page(self, number: Any) -> Page[Any]:
        """Return the rows of one page."""
        number = self.validate_number(number)
        start, stop = (number - 1) * self.per_page, number * self.per_page
        if self.count < CAP:
            latest = sorted(self._found, reverse=True)[start:stop]
            rows = self.object_list.filter(pk__in=[pk for _revision, pk in latest])
        else:
            rows = self.object_list[start:stop]
        page: Page[Any] = self._get_page(rows, number, self)
        return page

    @cached_property
    def _found(self) -> list[tuple[int, int]]:
        rows = self.object_list.order_by()
        if self.sections is not None:
            rows = rows.filter(section_id__in=self.sections)
        found = rows.values_list("latest_revision_id", "pk")[:CAP]
        return [(revision or 0, pk) for revision, pk in found]
