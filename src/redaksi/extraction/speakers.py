"""Who speaks, as it is known of one statement."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from redaksi.extraction.entities import Person
from redaksi.extraction.lexicon.flags import ARTICLE, POINTING, RELATIVE
from redaksi.extraction.mentions import Mention
from redaksi.extraction.statement import SpeakerType
from redaksi.extraction.tokens import Token


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who speaks: full name, what kind of source, and how sure that is (0 to 1)."""

    name: str | None
    type: SpeakerType
    role: str | None
    aliases: tuple[str, ...]
    certainty: float
    person: Person | None = None


MANY = (SpeakerType.GROUP, SpeakerType.ORGANISATION)
NOBODY = Speaker(None, SpeakerType.UNNAMED, None, (), 0.2)


def bare(tokens: Sequence[Token], mention: Mention) -> tuple[int, int]:
    """A phrase without its article and without "itu"."""
    first, last = mention.first, mention.last
    relative = any(token.flags & RELATIVE for token in tokens[first:last])
    if last - first > 1 and tokens[last - 1].flags & POINTING and not relative:
        last -= 1
    while first < last - 1 and tokens[first].flags & ARTICLE:
        first += 1
    return first, last


def less(speaker: Speaker, certainty: float) -> Speaker:
    """The same speaker, less surely."""
    return Speaker(
        speaker.name,
        speaker.type,
        speaker.person.role if speaker.person else speaker.role,
        tuple(speaker.person.aliases) if speaker.person else speaker.aliases,
        min(certainty, speaker.certainty + 0.02),
        speaker.person,
    )
