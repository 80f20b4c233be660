"""Keeps the ends of a list's pages, so that a page changes only when one of its stories does.

Pages that were counted from the newest story would all change with every new one. Here a page
reaches from one fixed place to the next. The first page grows, and gives its older half away
when it is full; the same happens anywhere else when a story of an earlier day comes in.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection
from typing import Any

from django.db.models import QuerySet

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


def resettle(lists: Collection[NewsList], place: Cursor) -> set[str]:
    """Split or join pages after a story came to or left a place; name the pages that changed."""
    changed: set[str] = set()
    ends = _ends_around(lists, place)
    for news in lists:
        unsettled = _settle(news, *ends[news.key], changed)
        # A list that was never settled takes as many turns as it has pages.
        while unsettled is not None:
            start, end = _ends_around([news], unsettled)[news.key]
            unsettled = _settle(news, start, end, changed)
    return changed


def _settle(
    news: NewsList, start: Cursor | None, end: Cursor | None, changed: set[str]
) -> Cursor | None:
    """Split or join the page between two ends; return where to look next, if anywhere."""
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


#: For each list the end of the page before a place, and the end of the page that shows it.
_AROUND = """
    WITH lists (name) AS (VALUES {names})
    SELECT e.id, e.list, e.published_at, e.article_key
    FROM lists, articles_stretchend e
    WHERE e.id IN (
        (SELECT n.id FROM articles_stretchend n
         WHERE n.list = lists.name AND (n.published_at, n.article_key) > (%s, %s)
         ORDER BY n.published_at, n.article_key LIMIT 1),
        (SELECT o.id FROM articles_stretchend o
         WHERE o.list = lists.name AND (o.published_at, o.article_key) <= (%s, %s)
         ORDER BY o.published_at DESC, o.article_key DESC LIMIT 1)
    )
"""


def _ends_around(
    lists: Collection[NewsList], place: Cursor
) -> dict[str, tuple[Cursor | None, Cursor | None]]:
    """Return where, in each list, the page that shows a place begins and ends.

    Asked in one statement, which Django's queries cannot say: publishing asks for ten lists.
    """
    at = (place.published_at, place.pk)
    names = [news.key for news in lists]
    statement = _AROUND.format(names=", ".join(["(%s)"] * len(names)))
    ends: defaultdict[str, list[Cursor]] = defaultdict(list)
    for row in StretchEnd.objects.raw(statement, [*names, *at, *at]) if names else ():
        ends[row.list].append(Cursor(row.published_at, row.article_key))
    return {name: _around(place, ends[name]) for name in names}


def _around(place: Cursor, ends: list[Cursor]) -> tuple[Cursor | None, Cursor | None]:
    before = [end for end in ends if (end.published_at, end.pk) > (place.published_at, place.pk)]
    behind = [end for end in ends if end not in before]
    return (before[0] if before else None), (behind[0] if behind else None)


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


def _ends(news: NewsList) -> QuerySet[StretchEnd]:
    return StretchEnd.objects.filter(list=news.key)


def _place(end: StretchEnd | None) -> Cursor | None:
    return None if end is None else Cursor(end.published_at, end.article_key)
