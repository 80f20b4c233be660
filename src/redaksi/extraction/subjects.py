"""Finds the speaker phrase in front of a word of saying: "Budi, Ketua RT, juga mengatakan"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from redaksi.extraction.lexicon.flags import (
    ADJUNCT,
    ALIAS,
    ARTICLE,
    BETWEEN,
    BODY,
    DAY,
    DENIED,
    GROUP,
    HONORIFIC,
    LINK,
    MODIFIER,
    NAME,
    OPENER,
    PRONOUN,
    RANK,
    RELATIVE,
    ROLE,
    THAT,
    THING,
    VERB,
)
from redaksi.extraction.mentions import Mention, Source, read_mention
from redaksi.extraction.tokens import BRACKET, MARK, QUOTE, WORD, Token
from redaksi.extraction.words import is_verb

_FARTHEST = 60


@dataclass(frozen=True, slots=True)
class Subject:
    """The speaker phrase before a verb; `around` is the adjunct between the two, in tokens."""

    mention: Mention
    around: tuple[int, int]
    certain: bool


def find_subject(
    tokens: Sequence[Token], first: int, verb: int, solo: frozenset[str]
) -> Subject | None:
    """The speaker phrase that is the subject of the verb at `verb`; None also when denied."""
    near = verb
    while near > first and _may_stand_between(tokens[near - 1]):
        near -= 1
        if tokens[near].flags & DENIED and not tokens[near].flags & BETWEEN:
            return None
    if near == first:
        return None
    if tokens[near - 1].flags & PRONOUN:
        return Subject(Mention(near - 1, near, Source.PRONOUN), (near, near), True)
    for start in _starts(tokens, max(first, near - _FARTHEST), near):
        mention = read_mention(tokens, start, near, solo)
        if mention and _speaks(tokens, mention) and _only_adjunct(tokens, mention.last, near):
            return Subject(mention, (mention.last, near), True)
    return _nearest(tokens, first, near, solo)


def _may_stand_between(token: Token) -> bool:
    if token.kind is not WORD or token.capital and not token.flags & DENIED:
        return False
    return bool(token.flags & (BETWEEN | DENIED)) and not token.flags & PRONOUN


def _starts(tokens: Sequence[Token], first: int, near: int) -> Iterator[int]:
    """Where a speaker phrase may begin, from the left."""
    fresh = True
    for index in range(first, near):
        token = tokens[index]
        if fresh and token.kind is WORD and _may_begin(token):
            yield index
        fresh = (
            token.kind is not WORD
            and token.kind is not BRACKET
            or bool(token.flags & (OPENER | THAT | RELATIVE | LINK))
            and not token.flags & NAME
        )


def _may_begin(token: Token) -> bool:
    if token.flags & (HONORIFIC | PRONOUN | NAME):
        return True
    return not token.flags & (OPENER | THAT | ADJUNCT | RELATIVE)


def _speaks(tokens: Sequence[Token], mention: Mention) -> bool:
    """Whether what the phrase names can speak."""
    head = tokens[mention.first]
    if mention.source is Source.BODY and head.flags & THING and not head.flags & (BODY | GROUP):
        return False
    return mention.name is not None or not (head.flags & THING and not head.flags & GROUP)


def _only_adjunct(tokens: Sequence[Token], first: int, last: int) -> bool:
    """Whether between speaker and verb stands nothing, or only a phrase of place or time."""
    if first >= last:
        return True
    token = tokens[first]
    if token.kind is MARK and token.text in ",-–—" and first + 1 < last:
        token = tokens[first + 1]
    elif token.kind is MARK and token.text != ",":
        return False
    if any(t.flags & (VERB | THAT) and t.kind is WORD and not t.capital for t in tokens[first:last]):
        return bool(token.flags & RELATIVE)
    if token.kind is MARK:
        return True
    return bool(
        token.flags & (ADJUNCT | BETWEEN | DAY | RELATIVE | ALIAS) or token.kind is BRACKET
    ) or token.text[0].isdigit()


def _nearest(
    tokens: Sequence[Token], first: int, near: int, solo: frozenset[str]
) -> Subject | None:
    """The phrase that ends at the verb, where the grammar of the sentence is unclear."""
    index = near
    if index > first and tokens[index - 1].text == ",":
        index -= 1
    if index > first and tokens[index - 1].flags & RELATIVE:
        index -= 1
    end = index
    while index > first and end - index < 14 and _part_of_phrase(tokens, index - 1, end):
        index -= 1
    while index < end and (tokens[index].flags & (OPENER | LINK) and not tokens[index].flags & NAME):
        index += 1
    if index >= end:
        return None
    mention = read_mention(tokens, index, end, solo)
    if mention is None or mention.last != end or not _speaks(tokens, mention):
        return None
    named = mention.name is not None or mention.source in (Source.BODY, Source.GROUP)
    return Subject(mention, (end, near), False) if named or mention.role else None


def _part_of_phrase(tokens: Sequence[Token], index: int, end: int) -> bool:
    token = tokens[index]
    if token.kind is QUOTE or token.kind is MARK:
        return token.text == "." and index + 1 < end
    if token.kind is BRACKET:
        return True
    if token.capital:
        return not token.flags & (DAY | OPENER) or bool(token.flags & NAME)
    if token.flags & (ADJUNCT | THAT | RELATIVE | PRONOUN) or is_verb(token):
        return False
    return bool(token.flags & (ROLE | MODIFIER | GROUP | BODY | LINK | ALIAS | RANK | HONORIFIC | ARTICLE))
