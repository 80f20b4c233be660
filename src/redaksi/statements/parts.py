"""The register in parts of a thousand keys, of which a change touches one.

Sitemaps carry the tag ``speakers:3`` for the addresses and changes of the speakers with keys from
3,000 on who have a page and are not hidden from search engines; ``parts:all`` as in the archive.
The page of the register carries ``register:latest``: it names those of them who changed last.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator

from django.db import transaction
from django.db.models import F, Max, Q, QuerySet
from django.utils import timezone

from redaksi.statements.models import OnRecord, Speaker, Statement

PART = 1000
REGISTER = ("register", "latest")
MOST_LATEST = 60
_LISTED = Q(speaker__is_private=False, speaker__is_hidden=False)


def part_of(speaker: Speaker) -> int | None:
    """Return the number of the part that names a speaker; None for one who is in no sitemap."""
    is_named = speaker.is_listed and _on_record([speaker.pk]).exists()
    return speaker.pk // PART if is_named else None


def changes_of_speakers() -> Iterator[tuple[int, datetime.datetime]]:
    """Return each part that names speakers, and when the record of one of them last changed."""
    listed = OnRecord.objects.filter(_LISTED).annotate(part=F("speaker_id") / PART)
    parts = listed.values("part").annotate(at=Max("changed_at")).order_by("part")
    yield from parts.values_list("part", "at")


def speakers_of_part(number: int) -> QuerySet[OnRecord]:
    """Return the speakers whom a part names, in the order of their keys."""
    keys = range(number * PART, (number + 1) * PART)
    inside = OnRecord.objects.filter(_LISTED, pk__gte=keys.start, pk__lt=keys.stop)
    return inside.select_related("speaker").order_by("pk")


def latest_speakers() -> QuerySet[Speaker]:
    """Return the speakers in sitemaps whose records changed last."""
    found: QuerySet[Speaker] = Speaker.objects.filter(
        on_record__isnull=False, is_private=False, is_hidden=False
    )
    return found.order_by("-on_record__changed_at", "-pk")[:MOST_LATEST]


@transaction.atomic
def record_change(speakers: Iterable[Speaker]) -> tuple[set[str], set[int]]:
    """Keep that what readers see of speakers has changed.

    Return the tags of the lists that name them, and the keys of those who got a page or lost it.
    """
    changed = {one.pk: one for one in speakers}
    # Who shows or hides a statement of the same speaker at the same time is waited for.
    list(Speaker.objects.select_for_update(no_key=True).filter(pk__in=changed).order_by("pk"))
    parts = {key // PART for key, one in changed.items() if one.is_listed}
    before, latest = {part: _last_change(part) for part in parts}, _keys_of_latest()
    appeared_or_gone = _keep(set(changed))
    after = {part: _last_change(part) for part in parts}
    tags = {f"speakers:{part}" for part in parts if before[part] or after[part]}
    if before != after:
        tags.add("parts:all")
    if _keys_of_latest() != latest:
        tags.add(":".join(REGISTER))
    return tags, appeared_or_gone


def _keep(keys: set[int]) -> set[int]:
    """Note who has a page now; return the keys of those for whom that is new."""
    shown = Statement.objects.filter(speaker__in=keys, live_start__isnull=False).order_by()
    seen = set(shown.values_list("speaker_id", flat=True).distinct())
    had = set(_on_record(keys).values_list("pk", flat=True))
    _on_record(had - seen).delete()
    now = timezone.now()
    OnRecord.objects.bulk_create(
        [OnRecord(speaker_id=key, changed_at=now) for key in sorted(seen)],
        update_conflicts=True,
        unique_fields=["speaker"],
        update_fields=["changed_at"],
    )
    return had ^ seen


def _keys_of_latest() -> list[int]:
    return list(latest_speakers().values_list("pk", flat=True))


def _last_change(part: int) -> datetime.datetime | None:
    last: datetime.datetime | None = speakers_of_part(part).aggregate(at=Max("changed_at"))["at"]
    return last


def _on_record(keys: Iterable[int]) -> QuerySet[OnRecord]:
    return OnRecord.objects.filter(pk__in=keys)
