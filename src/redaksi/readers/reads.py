"""Adds up what the edge counted: how often readers opened which story in which hour."""

from __future__ import annotations

import datetime
import json
from collections import Counter
from collections.abc import Iterator
from functools import reduce
from operator import or_
from pathlib import Path

from django.conf import settings
from django.db import transaction
from django.db.models import F, Q
from django.utils import timezone

from redaksi.articles.addresses import read_address
from redaksi.articles.models import Article
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


@transaction.atomic
def add(counted: Counter[str], *, at: datetime.datetime) -> None:
    """Add the numbers of addresses to the hour; what is no live story's is passed over."""
    hour = at.replace(minute=0, second=0, microsecond=0)
    for key, number in _by_story(counted):
        counts = ReadCount.objects.filter(article=key, hour=hour)
        if not counts.update(number=F("number") + number):
            ReadCount.objects.create(article_id=key, hour=hour, number=number)


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


def _by_story(counted: Counter[str]) -> Iterator[tuple[int, int]]:
    named = {path: parts for path in counted if (parts := read_address(path)) is not None}
    paths = list(named)
    for start in range(0, len(paths), AT_ONCE):
        some = {named[path]: path for path in paths[start : start + AT_ONCE]}
        wanted = reduce(
            or_,
            (Q(section__slug=section, published_on=day, slug=slug) for section, day, slug in some),
        )
        rows = Article.objects.filter(wanted, live=True)
        for pk, *parts in rows.values_list("pk", "section__slug", "published_on", "slug"):
            yield pk, counted[some[parts[0], parts[1], parts[2]]]
