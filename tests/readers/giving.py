"""Readers of the tests: each has a browser of their own, at an address."""

from __future__ import annotations

import datetime
from typing import Any

from django.test import Client
from django.utils import timezone

from redaksi.articles.models import Article
from redaksi.readers.models import Rating, Vote

OURS = {"Origin": "http://testserver", "Sec-Fetch-Site": "same-origin"}


def give(story: Article, stars: object, *, client: Client | None = None,
         address: str = "203.0.113.7", **headers: Any) -> Any:  # fmt: skip
    """Send the form of a story as a browser does; as a new reader unless a client is given."""
    return (client or Client()).post(
        f"/nilai/{story.pk}/",
        f"bintang={stars}",
        content_type="application/x-www-form-urlencoded",
        headers={**OURS, **headers},
        REMOTE_ADDR=address,
    )


def honest(story: Article, stars: list[int], *, since: datetime.timedelta, name: str = "h") -> None:
    """Log votes of as many readers in as many networks, one every two minutes, from so long ago."""
    start = timezone.now() - since
    Vote.objects.bulk_create(
        Vote(
            article=story,
            voter=f"{name}{number}",
            network=f"{name}{number}",
            stars=given,
            at=start + datetime.timedelta(minutes=2 * number),
        )
        for number, given in enumerate(stars)
    )
    Rating.objects.update_or_create(article=story, defaults={"is_stale": True})
