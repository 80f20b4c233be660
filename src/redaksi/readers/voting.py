"""Takes down what a reader gives a story."""

from __future__ import annotations

import datetime

from django.db import transaction
from django.utils import timezone

from redaksi.articles.models import Article
from redaksi.readers.models import Rating, Vote

HOUR = datetime.timedelta(hours=1)
#: Votes within an hour, over all stories, from one network: a mobile carrier's, say.
MOST_OF_A_NETWORK = 300
#: How often within an hour a reader may change their mind about one story.
MOST_OF_A_READER = 10


class TooMany(Exception):
    """More votes came within an hour than are taken."""


def vote(article: Article, *, stars: int, voter: str, network: str) -> Vote:
    """Add a line to the log; the story's figure follows when the worker counts.

    Raises:
        TooMany: if this reader, or their network, gave too many within an hour.
    """
    recent = Vote.objects.filter(at__gt=timezone.now() - HOUR)
    from_there = recent.filter(network=network).order_by()
    by_them = recent.filter(article=article, voter=voter).order_by()
    if from_there.count() >= MOST_OF_A_NETWORK or by_them.count() >= MOST_OF_A_READER:
        raise TooMany
    with transaction.atomic():
        given = Vote.objects.create(article=article, voter=voter, network=network, stars=stars)
        if not Rating.objects.filter(article=article).update(is_stale=True):
            Rating.objects.bulk_create([Rating(article=article)], ignore_conflicts=True)
    return given


def stars_given(article: Article, *, voter: str) -> int | None:
    """Return what a reader gave the story last, ``None`` if nothing."""
    log = Vote.objects.filter(article=article, voter=voter).order_by("-at", "-pk")
    return log.values_list("stars", flat=True).first()
