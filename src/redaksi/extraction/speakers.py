"""Who speaks, as it is known of one statement."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from redaksi.extraction.entities import Person
from redaksi.extraction.lexicon.flags import (
    ARTICLE,
    HONORIFIC,
    NAME,
    POINTING,
    RANK,
    RELATIVE,
    ROLE,
)
from redaksi.extraction.mentions import Mention
from redaksi.extraction.statement import SpeakerType
from redaksi.extraction.tokens import Token
from redaksi.extraction.wordlists import word_set


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who speaks: full name, what kind of source, and how sure that is (0 to 1)."""

    name: str | None
    type: SpeakerType
    role: str | None
    aliases: tuple[str, ...]
    certainty: float
    person: Person | None = None


_AND = word_set("dan serta and")
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


def is_one_of_several(tokens: Sequence[Token], mention: Mention) -> bool:
    """Whether another person speaks with the one named: "Presiden X dan Menteri Y mengatakan"."""
    first, last = mention.first, mention.last
    for index in range(max(1, first - 1), min(last + 1, len(tokens) - 1)):
        if tokens[index].lower not in _AND:
            continue
        before, after = tokens[index - 1], tokens[index + 1]
        begins = after.flags & (ROLE | HONORIFIC | RANK | NAME) or _is_unknown(after)
        if (before.flags & NAME or _is_unknown(before)) and begins:
            return True
    return False


def _is_unknown(token: Token) -> bool:
    return token.capital and not token.flags and not token.text.isupper()


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
