"""The days on which live stories appeared, as readers leaf through them in the archive.

Pages of the archive carry these tags: ``day:2022-01-30`` shows the day's stories,
``days:2022-01`` on which days of the month there are any, ``months:2022`` in which months of the
year, and ``years:all`` in which years.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from django.db.models import Max, Min, Q, QuerySet

from redaksi.articles.models import Article
from redaksi.articles.queries import live_articles
from redaksi.articles.seen import Seen

#: A day's page shows no more stories than this: an archive moved in without dates has days of
#: a hundred thousand.
AT_MOST = 1000


def stories_of(day: datetime.date) -> QuerySet[Article]:
    """Return the live stories of a day with what a line about them shows, newest first."""
    stories = live_articles().filter(published_on=day).select_related("section", "locale")
    shown = stories.only(
        "headline", "front_headline", "slug", "published_on", "published_at", "story_date",
        "first_published_at", "section__name", "section__slug", "section__order",
        "locale__language_code",
    )  # fmt: skip
    return shown.order_by("-published_at", "-pk")[:AT_MOST]


def every_day() -> Iterator[datetime.date]:
    """Return each day that has a live story, newest first."""
    days = live_articles().order_by("-published_on").values_list("published_on", flat=True)
    yield from (day for day in days.distinct().iterator() if day is not None)


def days_of(year: int, month: int) -> set[datetime.date]:
    """Return the days of a month that have live stories."""
    days = live_articles().filter(_month(year, month)).order_by()
    return set(days.values_list("published_on", flat=True).distinct())


def months_of(year: int) -> list[int]:
    """Return the months of a year that have live stories; it costs twelve looks at an index."""
    return [month for month in range(1, 13) if live_articles().filter(_month(year, month)).exists()]


def years() -> list[int]:
    """Return the years that have live stories, newest first; it costs a look for each."""
    ends = live_articles().aggregate(first=Min("published_on"), last=Max("published_on"))
    if ends["first"] is None:
        return []
    between = range(ends["last"].year, ends["first"].year - 1, -1)
    return [year for year in between if live_articles().filter(_year(year)).exists()]


def tags_of_change(article: Article, before: Seen, after: Seen) -> set[str]:
    """Return the tags of the archive's pages that look different after a change."""
    if _place_of(before) == _place_of(after):
        return set()
    old, new = _day_of(before), _day_of(after)
    tags = {f"day:{day}" for day in (old, new) if day is not None}
    if old != new:
        for day in filter(None, (old, new)):
            tags |= _calendar_tags(article, day)
    return tags


def _place_of(seen: Seen) -> tuple[object, ...]:
    return seen.is_live, seen.place, seen.section


def _day_of(seen: Seen) -> datetime.date | None:
    return seen.day if seen.is_live else None


def _calendar_tags(article: Article, day: datetime.date) -> set[str]:
    """Return what changes when the article is the only one of its day, month or year."""
    others = Article.objects.filter(live=True).exclude(pk=article.pk)
    tags: set[str] = set()
    for tag, within in (
        (f"days:{day:%Y-%m}", Q(published_on=day)),
        (f"months:{day:%Y}", _month(day.year, day.month)),
        ("years:all", _year(day.year)),
    ):
        if others.filter(within).exists():
            break
        tags.add(tag)
    return tags


def _year(year: int) -> Q:
    return Q(published_on__range=(datetime.date(year, 1, 1), datetime.date(year, 12, 31)))


def _month(year: int, month: int) -> Q:
    first = datetime.date(year, month, 1)
    beyond = (first + datetime.timedelta(days=31)).replace(day=1)
    return Q(published_on__gte=first, published_on__lt=beyond)
