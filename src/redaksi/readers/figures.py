"""The figure of a story in words and as a drawing of stars."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from django.utils.formats import number_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from redaksi.design.batches import each_once
from redaksi.readers.models import MOST_STARS, Rating

#: The width of half a star in the drawing.
HALF = 12


@dataclass(frozen=True)
class Figure:
    """How many votes count and what their stars add up to."""

    sum: int = 0
    count: int = 0

    @property
    def mean(self) -> Decimal | None:
        """The mean with one decimal, half rounded up; ``None`` without a vote."""
        if not self.count:
            return None
        return (Decimal(self.sum) / self.count).quantize(Decimal("0.1"), ROUND_HALF_UP)

    @property
    def in_words(self) -> str:
        """The figure in the language of the page, for example "4,2 dari 5, 37 suara"."""
        if self.mean is None:
            return _("No ratings yet. Be the first.")
        words = ngettext("%(mean)s of 5, %(votes)s vote", "%(mean)s of 5, %(votes)s votes",
                         self.count)  # fmt: skip
        votes = number_format(self.count, force_grouping=True)
        return words % {"mean": number_format(self.mean, 1), "votes": votes}

    @property
    def filled(self) -> int:
        """How much of the drawing is filled, in its units and in whole half stars."""
        if not self.count:
            return 0
        halves = Decimal(2 * self.sum) / self.count
        return HALF * int(halves.quantize(Decimal(1), ROUND_HALF_UP))


def figure_of(article: int | None) -> Figure:
    """Return the figure of a story by its key; an empty one if nobody has voted."""
    if article is None:
        return Figure()
    return figures_of([article]).get(article, Figure())


def figures_of(articles: Iterable[int]) -> dict[int, Figure]:
    """Return the figures of those of the stories that have one; asked once in a batch of pages."""
    return each_once("rating", articles, _in_bulk)


def _in_bulk(articles: list[int]) -> dict[int, Figure]:
    rows = Rating.objects.filter(pk__in=articles).values_list("pk", "sum", "count")
    return {key: Figure(total, count) for key, total, count in rows}


ALL_STARS = range(1, MOST_STARS + 1)
