"""Keeps the ends of a list's pages, so that a page changes only when one of its stories does.

Pages that were counted from the newest story would all change with every new one. Here a page
reaches from one fixed place to the next. The first page grows, and gives its older half away
when it is full; the same happens anywhere else when a story of an earlier day comes in.
"""

from __future__ import annotations

from typing import Any

from django.db.models import Q, QuerySet

from redaksi.articles.lists import NewsList
from redaksi.articles.models import StretchEnd
from redaksi.articles.places import Cursor, at_or_newer, newer_than, older_than

PAGE_SIZE = 20
#: A page with more stories than this gives the older half away.
LONGEST = 2 * PAGE_SIZE
#: A page with fewer is joined to its neighbour.
SHORTEST = PAGE_SIZE // 2

ENDS = "article_key"


def end_of_page(news: NewsList, before: Cursor | None) -> Cursor | None:
    """Return where the page that begins behind a place ends; ``None`` if nothing is older."""
    ends = _ends(news)
    if before is not None:
        ends = ends.filter(older_than(before, key=ENDS))
    return _place(ends.order_by("-published_at", f"-{ENDS}").first())


def start_of_page(news: NewsList, place: Cursor) -> Cursor | None:
    """Return where the page that shows a place begins; ``None`` if it is the newest."""
    ends = _ends(news).filter(newer_than(place, key=ENDS))
    return _place(ends.order_by("published_at", ENDS).first())


def is_an_end(news: NewsList, place: Cursor) -> bool:
    """Whether a page of the list ends at the place."""
    return _ends(news).filter(published_at=place.published_at, article_key=place.pk).exists()


def places_between(
    news: NewsList, rows: QuerySet[Any], start: Cursor | None, end: Cursor | None
) -> list[Cursor]:
    """Return the places of the rows of one page, newest first, up to one more than a page holds.

    ``rows`` are the live or the shown rows of the list.
    """
    if start is not None:
        rows = rows.filter(older_than(start, key=news.column))
    if end is not None:
        rows = rows.filter(at_or_newer(end, key=news.column))
    places = rows.order_by(*news.newest_first()).values_list("published_at", news.column)
    return [Cursor(moment, key) for moment, key in places[: LONGEST + 1]]


def resettle(news: NewsList, place: Cursor) -> set[str]:
    """Split or join pages after a story came to or left a place; name the pages that changed."""
    changed: set[str] = set()
    unsettled: Cursor | None = place
    # A list that was never settled takes as many turns as it has pages.
    while unsettled is not None:
        unsettled = _settle_around(news, unsettled, changed)
    return changed


def _settle_around(news: NewsList, place: Cursor, changed: set[str]) -> Cursor | None:
    """Split or join the page that shows a place; return where to look next, if anywhere."""
    start = start_of_page(news, place)
    end = _end_at_or_before(news, place)
    members = places_between(news, news.live_rows(), start, end)
    changed.add(news.page(start))
    if len(members) > LONGEST:
        changed.add(_split(news, members[PAGE_SIZE - 1]))
        return members[-1]
    joint = start or end
    if len(members) >= SHORTEST or joint is None:
        return None
    _ends(news).filter(published_at=joint.published_at, article_key=joint.pk).delete()
    changed.add(news.page(joint))
    return joint


def settle_afresh(news: NewsList) -> None:
    """Find the ends of a whole list anew, from its oldest story on."""
    _ends(news).delete()
    rows = news.live_rows().order_by("published_at", news.column)
    places = rows.values_list("published_at", news.column)
    ends = [
        StretchEnd(list=news.key, published_at=moment, article_key=key)
        for number, (moment, key) in enumerate(places.iterator())
        if number and number % PAGE_SIZE == 0
    ]
    # The first page keeps at least as many stories as any other.
    StretchEnd.objects.bulk_create(ends[: max(0, len(ends) - 1)], batch_size=1000)


def _split(news: NewsList, place: Cursor) -> str:
    StretchEnd.objects.get_or_create(
        list=news.key, published_at=place.published_at, article_key=place.pk
    )
    return news.page(place)


def _end_at_or_before(news: NewsList, place: Cursor) -> Cursor | None:
    at_the_place = Q(published_at=place.published_at, article_key=place.pk)
    ends = _ends(news).filter(older_than(place, key=ENDS) | at_the_place)
    return _place(ends.order_by("-published_at", f"-{ENDS}").first())


def _ends(news: NewsList) -> QuerySet[StretchEnd]:
    return StretchEnd.objects.filter(list=news.key)


def _place(end: StretchEnd | None) -> Cursor | None:
    return None if end is None else Cursor(end.published_at, end.article_key)
