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

    ``besides`` are speakers who had some of them before, or on other days.
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
            if statement.listed_on is not None:
                addresses |= pages_of_year(speaker, statement.listed_on.year)
    for speaker in changed.values():
        tags.add(f"record:{speaker.pk}")
        addresses |= pages_of_record(speaker)
    tags |= _years_that_changed(shown, besides)
    tags |= {f"roles:{key}" for key in whose_roles_changed(shown)}
    if changed:
        lists, appeared_or_gone = record_change(changed.values())
        tags |= lists
        addresses |= former_addresses(appeared_or_gone)
        # What lies at a former address knows no more of the speaker than who it is.
        tags |= {f"speaker:{key}" for key in appeared_or_gone}
    if tags:
        promise(tags=tags, addresses=addresses)


def _years_that_changed(statements: list[Statement], besides: Iterable[Speaker]) -> set[str]:
    """Return the tags of the years of speakers that show these statements, or have shown them."""
    keys = [statement.pk for statement in statements]
    days = {(one.speaker_id, one.listed_on) for one in statements if one.speaker_id}
    whole = {speaker.pk for speaker in besides} | {key for key, day in days if day is None}
    years = {(key, day.year) for key, day in days if day is not None}
    for key, year in years:
        others = Statement.objects.filter(speaker=key, live_start__isnull=False)
        if not others.filter(listed_on__year=year).exclude(pk__in=keys).exists():
            whole.add(key)  # The pages of the other years name this one, too.
    return {f"record-years:{key}" for key in whole} | {
        f"record-year:{key}-{year}" for key, year in years
    }


def former_addresses(speakers: Iterable[int]) -> set[str]:
    """Return the addresses that lead to speakers, by their keys, if these have a page."""
    former = FormerSpeakerSlug.objects.filter(speaker__in=list(speakers))
    return {speaker_address(slug) for slug in former.values_list("slug", flat=True)}


def pages_of_record(speaker: Speaker) -> set[str]:
    """Return the addresses that are there from a speaker's first statement on."""
    return _page_and_files(speaker)


def pages_of_year(speaker: Speaker, year: int) -> set[str]:
    """Return the addresses of a year in which a speaker said something."""
    return _page_and_files(speaker, year)


def _page_and_files(speaker: Speaker, year: int | None = None) -> set[str]:
    if speaker.is_private:
        return set()
    start = speaker_address(speaker.slug, year)
    return {start, *(f"{start}{name}" for name in RECORD_FILES)}
