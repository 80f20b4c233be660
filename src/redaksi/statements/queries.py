"""Reads of the public record: what a speaker said, by year and month; what stories show."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Count, QuerySet
from django.db.models.functions import ExtractMonth, ExtractYear

from redaksi.articles.models import Article
from redaksi.design.batches import each_once
from redaksi.design.shown import shows
from redaksi.statements.models import Speaker, Statement

#: Statements on the page of a speaker; older ones stand on the pages of their years.
NEWEST = 40
#: Statements on the page of a year, and in the files of what is newest; those of a year have all.
AT_MOST = 500
#: What pages and files show of a statement and its story; to read more is most of their work.
SHOWN = (
    "speaker", "kind", "words", "cue", "live_start", "speaker_name", "role", "channel", "day",
    "state", "decided_at", "found_at", "listed_on",
    *(f"article__{name}" for name in ("headline", "front_headline", "slug", "published_on")),
    "article__published_at", "article__section__name", "article__section__slug",
    "article__locale__language_code",
)  # fmt: skip


@dataclass(frozen=True)
class Month:
    """How much was said in a month."""

    year: int
    month: int
    count: int


def public_statements(rows: QuerySet[Statement]) -> QuerySet[Statement]:
    """Return what readers see of these, newest first, of each story in its order, with its address.

    A story that is live has no embargo, and ``settling`` looks at each that goes offline.
    """
    seen = rows.filter(live_start__isnull=False, listed_on__isnull=False)
    told = seen.select_related("article__section", "article__locale").only(*SHOWN)
    return told.order_by("-listed_on", "-article_id", "pk")


def record_of(speaker: Speaker, year: int | None = None) -> QuerySet[Statement]:
    """Return the public statements of a speaker, or of one year, and note that the page shows them.

    What is said in another year leaves the pages of a year alone, but for which years there are.
    """
    shows("speaker", speaker.pk)
    found = public_statements(speaker.statements.all())
    if year is None:
        shows("record", speaker.pk)
        return found
    shows("record-years", speaker.pk)
    shows("record-year", f"{speaker.pk}-{year}")
    return found.filter(listed_on__year=year)


def keys_of_gone(article: Article) -> list[int]:
    """Return the keys of a story's statements that readers saw once and see no longer."""
    seen = Statement.objects.filter(article=article, public_since__isnull=False)
    return list(seen.filter(live_start__isnull=True).values_list("pk", flat=True))


def note_stories(statements: Iterable[Statement]) -> list[Statement]:
    """Note the stories that the statements lead to; return the statements."""
    found = list(statements)
    for statement in found:
        shows("headline", statement.article_id)
    return found


def months_of(speaker: Speaker) -> list[Month]:
    """Return every month in which the speaker said something, oldest first."""
    counted = (
        public_statements(speaker.statements.all())
        .order_by()
        .annotate(year=ExtractYear("listed_on"), month=ExtractMonth("listed_on"))
        .values("year", "month")
        .annotate(count=Count("pk"))
        .order_by("year", "month")
    )
    return [Month(**row) for row in counted.values("year", "month", "count")]


def years_among(months: Iterable[Month]) -> list[int]:
    """Return the years that the months lie in, the newest first."""
    return sorted({month.year for month in months}, reverse=True)


def statements_in(articles: Iterable[int]) -> dict[int, list[Statement]]:
    """Return the public statements of stories, by key; asked once in a batch of pages."""
    return each_once("said in", articles, _in_bulk)


def _in_bulk(articles: list[int]) -> dict[int, list[Statement]]:
    rows = Statement.objects.filter(article__in=articles, live_start__isnull=False)
    found: dict[int, list[Statement]] = defaultdict(list)
    for statement in rows.select_related("speaker").order_by("pk"):
        found[statement.article_id].append(statement)
    return dict(found)
