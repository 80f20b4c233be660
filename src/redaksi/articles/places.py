"""Places in lists that are newest first: a moment, and a key that settles equal moments."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.db.models import Q

if TYPE_CHECKING:
    from redaksi.articles.models import Article

NEWEST_FIRST = ("-published_at", "-pk")
OLDEST_FIRST = ("published_at", "pk")


@dataclass(frozen=True)
class Cursor:
    """A place in a list that is newest first: just at the article with these two values."""

    published_at: datetime.datetime
    pk: int

    FORMAT = "%Y%m%dT%H%M%S%f"

    def __str__(self) -> str:
        """The place as part of an address, for example ``20260130T070500000000-17``."""
        utc = self.published_at.astimezone(datetime.UTC)
        return f"{utc.strftime(self.FORMAT)}-{self.pk}"

    @classmethod
    def read(cls, text: str) -> Cursor:
        """Read a place from an address.

        Raises:
            ValueError: if it is none.
        """
        moment, _, pk = text.partition("-")
        if not (pk.isascii() and pk.isdigit() and len(pk) < 19):
            raise ValueError(text)
        read = datetime.datetime.strptime(moment, cls.FORMAT)
        return cls(read.replace(tzinfo=datetime.UTC), int(pk))

    @classmethod
    def of(cls, article: Article) -> Cursor:
        """Return the place of an article that has been published."""
        assert article.published_at is not None
        return cls(article.published_at, article.pk)


def older_than(place: Cursor, key: str = "pk") -> Q:
    """Return the condition for what is behind a place.

    The first half bounds the walk along the index; the second settles equal moments.
    """
    return Q(published_at__lte=place.published_at) & (
        Q(published_at__lt=place.published_at) | Q(**{f"{key}__lt": place.pk})
    )


def newer_than(place: Cursor, key: str = "pk") -> Q:
    """Return the condition for what is before a place."""
    return Q(published_at__gte=place.published_at) & (
        Q(published_at__gt=place.published_at) | Q(**{f"{key}__gt": place.pk})
    )


def at_or_newer(place: Cursor, key: str = "pk") -> Q:
    """Return the condition for what is at a place or before it."""
    return Q(published_at__gte=place.published_at) & (
        Q(published_at__gt=place.published_at) | Q(**{f"{key}__gte": place.pk})
    )


def at_or_older(place: Cursor) -> Q:
    """Return the condition for what is at a place or behind it."""
    return Q(published_at__lte=place.published_at) & (
        Q(published_at__lt=place.published_at) | Q(pk__lte=place.pk)
    )
