"""Counts the figure that readers see from the log, at most once a minute for each story."""

from __future__ import annotations

import datetime

from django.db import transaction
from django.utils import timezone

from redaksi.articles.promising import promise
from redaksi.readers.judging import Case, Given, Judgement, judge
from redaksi.readers.models import Rating, Ruling, SetAside, Vote

BETWEEN_COUNTS = datetime.timedelta(minutes=1)
AT_A_TIME = 20


def count_due() -> int:
    """Count the stories with new votes that were not counted within the last minute.

    Returns how many stories it was.
    """
    due = Rating.objects.filter(is_stale=True).exclude(
        counted_at__gt=timezone.now() - BETWEEN_COUNTS
    )
    keys = list(due.order_by("counted_at").values_list("pk", flat=True)[:AT_A_TIME])
    for key in keys:
        recount(key)
    return len(keys)


@transaction.atomic
def recount(article: int) -> None:
    """Make the figure of a story, by its key, from its opening balance, log and rulings.

    If readers see another one than before, the story's page is promised, and no other.
    """
    rating = Rating.objects.select_for_update().filter(pk=article).first()
    if rating is None:
        return
    judged = judgement_of(article)
    before = rating.sum, rating.count
    rating.sum = rating.opening_sum + judged.sum
    rating.count = rating.opening_count + judged.count
    rating.is_stale, rating.counted_at = False, timezone.now()
    rating.save()
    _keep_what_is_set_aside(article, judged.cases)
    if (rating.sum, rating.count) != before:
        promise(tags=[f"rating:{article}"])


def judgement_of(article: int) -> Judgement:
    """Return what counts of a story's log."""
    log = Vote.objects.filter(article=article).order_by("at", "pk")
    rows = log.values_list("voter", "network", "stars", "at")
    rulings = Ruling.objects.filter(article=article).values_list("start", "reason")
    return judge((Given(*row) for row in rows.iterator()), frozenset(rulings))


def _keep_what_is_set_aside(article: int, cases: list[Case]) -> None:
    SetAside.objects.filter(article=article).delete()
    SetAside.objects.bulk_create(
        SetAside(
            article_id=article,
            start=case.start,
            reason=case.reason,
            votes=len(case.votes),
            sum=case.sum,
            networks=case.networks,
        )
        for case in cases
    )
