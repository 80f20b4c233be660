"""The tags with live stories in parts of a thousand keys, of which a change touches few.

Sitemaps carry these tags: ``topics:3`` shows the addresses of the tags with keys from 3,000 on and
their newest stories, ``topics:all`` which parts there are.
"""

from __future__ import annotations

from collections.abc import Iterator

from django.db.models import CharField, Max, OuterRef, QuerySet, Subquery, Value
from django.db.models.functions import Cast, Concat
from taggit.models import Tag

from redaksi.articles.barring import free_of_embargo
from redaksi.articles.listing import places_in_lists
from redaksi.articles.lists import key_of_tag
from redaksi.articles.models import Article, ListedStory
from redaksi.articles.seen import Seen

PART = 1000
_START = key_of_tag(0).removesuffix("0")


def part_of_topic(tag: Tag) -> int:
    """Return the number of the part that names a tag, if it has stories."""
    return int(tag.pk) // PART


def parts_of_topics() -> Iterator[int]:
    """Return the number of each part that names tags."""
    last = Tag.objects.aggregate(last=Max("pk"))["last"] or 0
    yield from (number for number in range(last // PART + 1) if topics_of_part(number).exists())


def topics_of_part(number: int) -> QuerySet[Tag]:
    """Return the tags of a part that readers find stories under, with ``newest_at``."""
    return _topics_of_part(number, ListedStory.objects.filter(free_of_embargo("article__")))


def tags_of_change(article: Article, before: Seen, after: Seen) -> set[str]:
    """Return the tags of the sitemaps that look different after a change of the lists."""
    others = ListedStory.objects.exclude(article=article)
    touched = {
        int(key.removeprefix(_START)) // PART
        for key, place in places_in_lists(before) ^ places_in_lists(after)
        if key.startswith(_START)
        and not others.filter(list=key, published_at__gte=place.published_at).exists()
    }
    tags = {f"topics:{number}" for number in touched}
    if any(not _topics_of_part(number, others).exists() for number in touched):
        tags.add("topics:all")
    return tags


def _topics_of_part(number: int, rows: QuerySet[ListedStory]) -> QuerySet[Tag]:
    key = Concat(Value(_START), Cast(OuterRef("pk"), CharField()))
    newest = rows.filter(list=key).order_by("-published_at").values("published_at")[:1]
    inside = Tag.objects.filter(pk__gte=number * PART, pk__lt=(number + 1) * PART)
    found: QuerySet[Tag] = inside.annotate(newest_at=Subquery(newest)).order_by("pk")
    return found.filter(newest_at__isnull=False)
