"""Shows the archive by date (*indeks*): its years, months and days."""

from __future__ import annotations

import calendar
import datetime
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.dates import MONTHS, WEEKDAYS, WEEKDAYS_ABBR
from django.utils.translation import override
from django.views.decorators.http import require_safe

from redaksi.articles.days import AT_MOST, days_of, months_of, stories_of, years
from redaksi.articles.models import Article
from redaksi.articles.redirecting import redirect_for_good
from redaksi.design.batches import once
from redaksi.design.shown import shows
from redaksi.newsroom.addresses import archive_address


@dataclass(frozen=True)
class Leaf:
    """A year, a month or a day in the archive: its address, empty if it has no stories."""

    date: datetime.date
    url: str
    is_outside: bool = False


@dataclass(frozen=True)
class Week:
    """A week of a month's calendar, and which of its days the page is about, if it is one."""

    month: int
    leaves: list[Leaf]
    shown: datetime.date | None


@require_safe
def archive(request: HttpRequest) -> HttpResponse:
    """Show the calendar of the newest month, the months of its year, and all years with stories."""
    shows("years", "all")
    leaves = [Leaf(datetime.date(year, 1, 1), archive_address(year)) for year in years()]
    months = _months(leaves[0].date.year) if leaves else []
    if not months:
        return _shown(request, "website/archive.html", {})
    last = months[-1].date
    context = {
        "years": leaves, "months": months, "date": last, "weeks": _weeks(last.year, last.month),
    }  # fmt: skip
    return _shown(request, "website/archive.html", context)


@require_safe
def year(request: HttpRequest, year: int) -> HttpResponse:
    """Show the months of a year that have stories; 404 for a year that has none."""
    first = _date(year, 1, 1)
    if request.path != archive_address(year):
        return redirect_for_good(archive_address(year))
    months = _months(year)
    if not months:
        raise Http404
    return _shown(request, "website/archive_year.html", {"date": first, "months": months})


@require_safe
def month(request: HttpRequest, year: int, month: int) -> HttpResponse:
    """Show the calendar of a month; 404 for a month that has no stories."""
    first = _date(year, month, 1)
    if request.path != archive_address(year, month):
        return redirect_for_good(archive_address(year, month))
    weeks = _weeks(year, month)
    if not weeks:
        raise Http404
    context = {"date": first, "weeks": weeks, "months": _months(year)}
    return _shown(request, "website/archive_month.html", context)


@require_safe
def day(request: HttpRequest, year: int, month: int, day: int) -> HttpResponse:
    """Show the stories of a day by section; 404 for a day that has none."""
    date = _date(year, month, day)
    if request.path != archive_address(year, month, day):
        return redirect_for_good(archive_address(year, month, day))
    shows("day", date)
    stories = list(stories_of(date))
    if not stories:
        raise Http404
    for story in stories:
        shows("headline", story.pk)
    context = {
        "date": date,
        "weeks": _weeks(year, month, shown=date),
        "groups": _by_section(stories),
        "limit": AT_MOST if len(stories) == AT_MOST else None,
    }
    return _shown(request, "website/archive_day.html", context)


def _shown(request: HttpRequest, template: str, context: dict[str, Any]) -> HttpResponse:
    with override(settings.LANGUAGE_CODE):
        weekdays = [(WEEKDAYS[place], WEEKDAYS_ABBR[place]) for place in range(7)]
        about = {
            "archive_url": archive_address(),
            "canonical_url": f"{settings.WAGTAILADMIN_BASE_URL}{request.path}",
            "weekdays": weekdays,
            "month_name": MONTHS[context["date"].month] if "date" in context else "",
        }
        return render(request, template, {**about, **context})


def _date(year: int, month: int, day: int) -> datetime.date:
    # The calendar's last month has no day behind it that could end it.
    if year == datetime.MAXYEAR:
        raise Http404
    try:
        return datetime.date(year, month, day)
    except (ValueError, OverflowError) as problem:
        raise Http404 from problem


def _months(year: int) -> list[Leaf]:
    return once(("months", year), lambda: _months_with_stories(year))


def _months_with_stories(year: int) -> list[Leaf]:
    shows("months", year)
    return [Leaf(datetime.date(year, m, 1), archive_address(year, m)) for m in months_of(year)]


def _weeks(year: int, month: int, shown: datetime.date | None = None) -> list[Week]:
    """Return the weeks of a month from Monday on; none if no day has stories."""
    weeks = once(("weeks", year, month), lambda: _leaves(year, month))
    return [
        Week(month, leaves, shown if any(leaf.date == shown for leaf in leaves) else None)
        for leaves in weeks
    ]


def _leaves(year: int, month: int) -> list[list[Leaf]]:
    shows("days", f"{year:04}-{month:02}")
    days = days_of(year, month)
    if not days:
        return []
    weeks = calendar.Calendar().monthdatescalendar(year, month)
    return [[_leaf(date, date in days, date.month != month) for date in week] for week in weeks]


def _leaf(date: datetime.date, has_stories: bool, is_outside: bool) -> Leaf:
    url = archive_address(date.year, date.month, date.day) if has_stories else ""
    return Leaf(date, url, is_outside)


def _by_section(stories: list[Article]) -> list[tuple[Any, list[Article]]]:
    """Return the stories under their sections, in the paper's order, newest first in each."""

    def place(story: Article) -> tuple[int, str, int]:
        return story.section.order, story.section.name, story.section_id

    ordered = sorted(stories, key=place)
    return [(found[0].section, found) for found in (list(g) for _k, g in groupby(ordered, place))]
