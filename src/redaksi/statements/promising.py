"""Promises the pages that show statements, in the transaction of what changes them."""

from __future__ import annotations

from collections.abc import Iterable

from redaksi.articles.promising import promise
from redaksi.newsroom.addresses import speaker_address, statement_address
from redaksi.statements.models import Speaker, Statement
from redaksi.statements.parts import record_change

#: The files of a speaker's record beside the page.
RECORD_FILES = ("pernyataan.json", "pernyataan.csv")


def promise_statements(statements: Iterable[Statement], *, besides: Iterable[Speaker] = ()) -> None:
    """Promise what shows these statements: their stories, their own pages, their speakers'.

    ``besides`` are speakers who had some of them before.
    """
    tags: set[str] = set()
    addresses: set[str] = set()
    changed = {speaker.pk: speaker for speaker in besides}
    for statement in statements:
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
    if changed:
        tags |= record_change(changed.values())
    if tags:
        promise(tags=tags, addresses=addresses)


def pages_of_record(speaker: Speaker) -> set[str]:
    """Return the addresses that are there from a speaker's first statement on."""
    if speaker.is_private:
        return set()
    start = speaker_address(speaker.slug)
    return {start, *(f"{start}{name}" for name in RECORD_FILES)}
