"""Every address of the record that has a page to be pressed."""

from __future__ import annotations

from collections.abc import Iterator

from django.db.models import Q, QuerySet

from redaksi.newsroom.addresses import speaker_address, statement_address
from redaksi.statements.models import FormerSpeakerSlug, Speaker, Statement
from redaksi.statements.promising import former_addresses, pages_of_record, pages_of_year

AT_ONCE = 2000


def speakers_on_record() -> QuerySet[Speaker]:
    """Return the speakers who have a page with something on it."""
    found: QuerySet[Speaker] = Speaker.objects.filter(on_record__isnull=False, is_private=False)
    return found.order_by("pk")


def every_page_of_record() -> Iterator[str]:
    """Return the pages of speakers, those of statements, and those that lead to another."""
    for speaker in speakers_on_record().iterator(AT_ONCE):
        yield from sorted(_of_speaker(speaker))
    told = Q(article__live=True) | Q(article__withdrawn_at__isnull=False)
    known = Statement.objects.filter(told, public_since__isnull=False).order_by("-pk")
    for key in known.values_list("pk", flat=True).iterator(AT_ONCE):
        yield statement_address(key)
    former = FormerSpeakerSlug.objects.filter(speaker__in=speakers_on_record()).order_by("pk")
    yield from map(speaker_address, former.values_list("slug", flat=True).iterator(AT_ONCE))


def pages_of_speaker(speaker: Speaker) -> list[str]:
    """Return a speaker's pages and files; none as long as there is nothing to show."""
    return [] if speaker.is_private else sorted(_of_speaker(speaker))


def _of_speaker(speaker: Speaker) -> set[str]:
    seen = Statement.objects.filter(speaker=speaker, live_start__isnull=False)
    years = seen.order_by().dates("listed_on", "year")
    found = set().union(*(pages_of_year(speaker, day.year) for day in years))
    if not found:
        return set()
    return found | pages_of_record(speaker) | former_addresses([speaker.pk])
