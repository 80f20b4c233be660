"""Promises the pages that show statements, in the transaction of what changes them."""

from __future__ import annotations

from collections.abc import Iterable

from redaksi.articles.promising import promise
from redaksi.newsroom.addresses import speaker_address, statement_address
from redaksi.statements.models import FormerSpeakerSlug, Speaker, Statement
from redaksi.statements.parts import record_change
from redaksi.statements.showing import whose_roles_changed

#: The files of a speaker's record beside the page.
RECORD_FILES = ("pernyataan.json", "pernyataan.csv")


def promise_statements(statements: Iterable[Statement], *, besides: Iterable[Speaker] = ()) -> None:
    """Promise what shows these statements: their stories, their own pages, their speakers'.

    ``besides`` are speakers who had some of them before.
    """
    tags: set[str] = set()
    addresses: set[str] = set()
    changed = {speaker.pk: speaker for speaker in besides}
    shown = list(statements)
    for statement in shown:
        tags.add(f"said:{statement.article_id}")
        addresses.add(statement_address(statement.pk))
        speaker = statement.speaker
        if speaker is not None:
            changed[speaker.pk] = speaker
            if statement.listed_on is not None and not speaker.is_private:
                addresses.add(speaker_address(speaker.slug, statement.listed_on.year))
    for speaker in changed.values():
        tags.add(f"record:{speaker.pk}")
        addresses |= pages_of_record(speaker)
    tags |= {f"roles:{key}" for key in whose_roles_changed(shown)}
    if changed:
        lists, appeared_or_gone = record_change(changed.values())
        tags |= lists
        addresses |= former_addresses(appeared_or_gone)
        # What lies at a former address knows no more of the speaker than who it is.
        tags |= {f"speaker:{key}" for key in appeared_or_gone}
    if tags:
        promise(tags=tags, addresses=addresses)


def former_addresses(speakers: Iterable[int]) -> set[str]:
    """Return the addresses that lead to speakers, by their keys, if these have a page."""
    former = FormerSpeakerSlug.objects.filter(speaker__in=list(speakers))
    return {speaker_address(slug) for slug in former.values_list("slug", flat=True)}


def pages_of_record(speaker: Speaker) -> set[str]:
    """Return the addresses that are there from a speaker's first statement on."""
    if speaker.is_private:
        return set()
    start = speaker_address(speaker.slug)
    return {start, *(f"{start}{name}" for name in RECORD_FILES)}
