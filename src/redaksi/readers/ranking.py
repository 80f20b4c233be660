"""Ranks stories by how often they were read or rated, every few minutes.

A page shows a ranking as it was taken down, so it is made anew only when an order has changed.
"""

from __future__ import annotations

import datetime
from collections import defaultdict
from collections.abc import Iterable, Sequence

from django.db import transaction
from django.db.models import Sum
from django.utils import timezone

from redaksi.articles.kinds import PAID
from redaksi.articles.models import Article
from redaksi.articles.promising import promise
from redaksi.articles.queries import shown_to_readers
from redaksi.design.shown import shows
from redaksi.newsroom.models import Section
from redaksi.readers.models import Ranked, Rating, ReadCount

Ranking = Ranked.Ranking
SPANS = {Ranking.DAY: datetime.timedelta(days=1), Ranking.WEEK: datetime.timedelta(days=7)}
#: Stories of one ranking that are kept, and those of the whole paper that are looked at.
LENGTH, LOOKED_AT = 12, 500

Orders = dict[int | None, list[int]]
"""The stories of the whole paper (``None``) and of each section, best first."""


def rank() -> list[str]:
    """Take down every ranking anew; return the tags of those whose order has changed."""
    changed = [tag for ranking in Ranking for tag in _take_down(ranking)]
    if changed:
        promise(tags=changed)
    return changed


def stories_in(ranking: str, section: Section | None) -> list[int]:
    """Return the keys of a ranking's live stories, best first, for the page being made."""
    shows("ranking", tag_of(ranking, section.pk if section else None))
    rows = Ranked.objects.filter(ranking=ranking, section=section)
    keys = list(rows.values_list("article", flat=True))
    for key in keys:
        # Also of what is offline now, so that it comes back when it does.
        shows("teaser", key)
    live = Article.objects.filter(shown_to_readers(), pk__in=keys).order_by()
    visible = set(live.values_list("pk", flat=True))
    return [key for key in keys if key in visible]


def most_read(section: Section | None, limit: int) -> Sequence[int]:
    """Return the most read of a day, or of the week while there is none of today."""
    today = stories_in(Ranking.DAY, section)
    return (today or stories_in(Ranking.WEEK, section))[:limit]


def tag_of(ranking: str, section: int | None) -> str:
    """Return the name of a ranking in tags, for example ``day-3``."""
    return f"{ranking}-{section or 0}"


@transaction.atomic
def _take_down(ranking: str) -> list[str]:
    before: Orders = defaultdict(list)
    for section, key in Ranked.objects.filter(ranking=ranking).values_list("section", "article"):
        before[section].append(key)
    after = _by_place(_best(ranking))
    changed = [place for place in {*before, *after} if before.get(place) != after.get(place)]
    for place in changed:
        Ranked.objects.filter(ranking=ranking, section=place).delete()
        Ranked.objects.bulk_create(
            Ranked(ranking=ranking, section_id=place, position=position, article_id=key)
            for position, key in enumerate(after.get(place, []), 1)
        )
    return [f"ranking:{tag_of(ranking, place)}" for place in changed]


def _best(ranking: str) -> list[int]:
    if ranking == Ranking.RATED:
        rated = Rating.objects.filter(count__gt=0).order_by("-count", "-sum", "-pk")
        return list(rated.values_list("pk", flat=True)[:LOOKED_AT])
    since = timezone.now() - SPANS[Ranking(ranking)]
    read = ReadCount.objects.filter(hour__gt=since).values("article").order_by()
    read = read.annotate(all=Sum("number")).order_by("-all", "-article")
    return list(read.values_list("article", flat=True)[:LOOKED_AT])


def _by_place(keys: Iterable[int]) -> Orders:
    keys = list(keys)
    places = Article.objects.filter(shown_to_readers(), pk__in=keys).exclude(kind__in=PAID)
    known = {
        pk: (None, top, own) for pk, top, own in places.values_list("pk", "top_section", "section")
    }
    orders: Orders = defaultdict(list)
    for key in keys:
        for place in dict.fromkeys(known.get(key, ())):
            if len(orders[place]) < LENGTH:
                orders[place].append(key)
    return dict(orders)
