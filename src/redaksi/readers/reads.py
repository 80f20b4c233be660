"""Adds up what the edge counted: how often readers opened which story in which hour."""

from __future__ import annotations

import datetime
import json
from collections import Counter
from pathlib import Path

from django.conf import settings
from django.db import transaction
from django.utils import timezone

from redaksi.articles.addresses import article_address
from redaksi.articles.fetching import stories_at
from redaksi.readers.models import ReadCount

#: Longer than the longest ranking.
KEPT = datetime.timedelta(days=8)
AT_ONCE = 200


def take_over() -> int:
    """Add up the files that the edge has left, and take them away; return how many there were.

    Killed between the two, one process's few seconds are counted twice, and never lost.
    """
    files = sorted(_folder().glob("*.json"))
    counted: Counter[str] = Counter()
    for file in files:
        counted.update(_read(file))
    if counted:
        add(counted, at=timezone.now())
    for file in files:
        file.unlink(missing_ok=True)
    return len(files)


def add(counted: Counter[str], *, at: datetime.datetime) -> None:
    """Add the numbers of addresses to the hour; what is no live story's is passed over.

    Not all in one transaction: on a busy night thousands of stories are read in ten seconds, and
    an editor who saves must not wait for all of them.
    """
    hour = at.replace(minute=0, second=0, microsecond=0)
    paths = list(counted)
    for start in range(0, len(paths), AT_ONCE):
        live = stories_at(paths[start : start + AT_ONCE]).filter(live=True)
        rows = live.values_list("pk", "section__slug", "published_on", "slug")
        _add({key: counted[article_address(*parts)] for key, *parts in rows}, hour)


@transaction.atomic
def _add(numbers: dict[int, int], hour: datetime.datetime) -> None:
    known = ReadCount.objects.filter(hour=hour, article__in=numbers)
    before = dict(known.values_list("article", "number"))
    ReadCount.objects.bulk_create(
        [
            ReadCount(article_id=key, hour=hour, number=number + before.get(key, 0))
            for key, number in numbers.items()
        ],
        update_conflicts=True,
        unique_fields=["hour", "article"],
        update_fields=["number"],
    )


def forget_old_reads() -> int:
    """Throw away the hours that no ranking asks for; return how many rows it was."""
    number, _kinds = ReadCount.objects.filter(hour__lt=timezone.now() - KEPT).delete()
    return number


def _folder() -> Path:
    folder: Path = settings.INSTANCE.pages / "reads"
    return folder


def _read(file: Path) -> dict[str, int]:
    """Return the numbers in a file; nothing of one that the disk has damaged."""
    try:
        found = json.loads(file.read_bytes())
    except ValueError:
        return {}
    if not isinstance(found, dict):
        return {}
    return {path: number for path, number in found.items() if isinstance(number, int)}
