"""The archive in parts of a thousand keys, of which a change touches one, and the latest stories.

Sitemaps carry these tags: ``part:17`` shows the addresses and changes of the stories with keys
from 17,000 on, ``parts:all`` when each part last changed, ``latest:all`` the stories of two days.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from django.db import transaction
from django.db.models import F, Max, QuerySet
from django.utils import timezone

from redaksi.articles.kinds import PAID
from redaksi.articles.models import ArchivePart, Article
from redaksi.articles.queries import live_articles
from redaksi.articles.seen import Seen

PART = 1000
#: Stories this old are no longer news; no search engine wants more than ``MOST_LATEST``.
LATEST = datetime.timedelta(hours=48)
MOST_LATEST = 1000


def changes_of_parts() -> Iterator[tuple[int, datetime.datetime]]:
    """Return each part that has live stories, and when one of them last changed."""
    yield from ArchivePart.objects.order_by("number").values_list("number", "changed_at")


@transaction.atomic
def settle_parts_afresh() -> None:
    """Find when each part last changed, in an archive that did not come through ``publish``."""
    ArchivePart.objects.all().delete()
    live = Article.objects.filter(live=True, last_published_at__isnull=False).order_by()
    parts = live.annotate(part=F("pk") / PART).values("part").annotate(at=Max("last_published_at"))
    ArchivePart.objects.bulk_create(
        ArchivePart(number=number, changed_at=at) for number, at in parts.values_list("part", "at")
    )


def stories_of_part(number: int) -> QuerySet[Article]:
    """Return the live stories of a part in the order of their keys."""
    keys = range(number * PART, (number + 1) * PART)
    return live_articles().filter(pk__gte=keys.start, pk__lt=keys.stop).order_by("pk")


def latest_stories(now: datetime.datetime) -> QuerySet[Article]:
    """Return the newest live stories that nobody paid for.

    The answer changes with the clock at full hours only; looked at once an hour it holds no
    story that is older than ``LATEST``.
    """
    hour = now.replace(minute=0, second=0, microsecond=0)
    since = hour - LATEST + datetime.timedelta(hours=2)
    latest = live_articles().filter(published_at__gte=since).exclude(kind__in=PAID)
    return latest.order_by("-published_at", "-pk")[:MOST_LATEST]


def tags_of_change(article: Article, before: Seen, after: Seen) -> set[str]:
    """Return the tags of the sitemaps that look different after a change."""
    tags = _part_tags(article, before, after)
    if _as_news(before) != _as_news(after) and (_is_late(before) or _is_late(after)):
        tags.add("latest:all")
    return tags


def _part_tags(article: Article, before: Seen, after: Seen) -> set[str]:
    if _as_entry(before) == _as_entry(after):
        return set()
    number = article.pk // PART
    tags = {f"part:{number}"}
    if _changes_its_part(number, after):
        tags.add("parts:all")
    return tags


def _changes_its_part(number: int, after: Seen) -> bool:
    """Keep when the part last changed; return whether that is another moment than before."""
    part = ArchivePart.objects.filter(number=number)
    if after.changed_at is not None and after.is_live:
        if part.filter(changed_at__lt=after.changed_at).update(changed_at=after.changed_at):
            return True
        start = {"changed_at": after.changed_at}
        return ArchivePart.objects.get_or_create(number=number, defaults=start)[1]
    # Whoever publishes in this part at the same time is waited for, and counted.
    part.select_for_update().first()
    latest = stories_of_part(number).order_by().aggregate(at=Max("last_published_at"))["at"]
    if latest is None:
        return bool(part.delete()[0])
    return bool(part.exclude(changed_at=latest).update(changed_at=latest))


def _as_entry(seen: Seen) -> tuple[object, ...]:
    return (seen.path, seen.changed_at) if seen.is_live else ()


def _as_news(seen: Seen) -> tuple[object, ...]:
    return (seen.place, seen.kind in PAID) if seen.is_live else ()


def _is_late(seen: Seen) -> bool:
    return seen.place is not None and seen.place.published_at > timezone.now() - LATEST
