"""Reads of ratings whose cost does not grow with the archive."""

from __future__ import annotations

from redaksi.articles.models import Article
from redaksi.articles.queries import shown_to_readers, teasers
from redaksi.readers.models import Rating


def most_rated(*, limit: int = 10) -> list[Article]:
    """Return the live stories with the most votes, as lists show them."""
    live = Article.objects.filter(shown_to_readers()).values("pk")
    rated = Rating.objects.filter(count__gt=0, pk__in=live).order_by("-count", "-sum")
    return teasers(rated.values_list("pk", flat=True)[:limit])
