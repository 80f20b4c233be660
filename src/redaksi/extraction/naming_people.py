"""Collects the people of an article before anyone asks who speaks."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from redaksi.extraction.entities import People, Person
from redaksi.extraction.lexicon.flags import (
    AFTER,
    BODY,
    CLITIC,
    COMMON,
    DAY,
    GROUP,
    HONORIFIC,
    KNOWN_BODY,
    MODIFIER,
    MONTH,
    NAME,
    OPENER,
    PLACE,
    PRONOUN,
    RANK,
    ROLE,
    VERB,
)
from redaksi.extraction.mentions import read_mention
from redaksi.extraction.sentences import Sentence
from redaksi.extraction.tokens import WORD, Token

_NO_SOLO = ROLE | BODY | KNOWN_BODY | PLACE | GROUP | DAY | MONTH | PRONOUN | MODIFIER


def read_solo(sentences: Iterable[Sentence]) -> frozenset[str]:
    """The words that stand alone as a name beside a word of saying or "Pak"."""
    found: set[str] = set()
    for sentence in sentences:
        tokens = sentence.tokens
        for index, token in enumerate(tokens):
            if token.flags & (AFTER | HONORIFIC | VERB) and token.kind is WORD:
                if not token.flags & CLITIC and token.flags & (AFTER | HONORIFIC):
                    _note(tokens, index + 1, found)
                if token.flags & VERB and not token.capital and index:
                    _note_subject(tokens, index - 1, found)
    return frozenset(found)


def _note(tokens: Sequence[Token], index: int, found: set[str]) -> None:
    if index >= len(tokens) or not _is_solo(tokens[index]):
        return
    if index + 1 < len(tokens) and tokens[index + 1].capital:
        return
    found.add(tokens[index].lower)


def _note_subject(tokens: Sequence[Token], index: int, found: set[str]) -> None:
    if not _is_solo(tokens[index]):
        return
    if index and (tokens[index - 1].kind is WORD and not tokens[index - 1].flags & OPENER):
        return
    if tokens[index].flags & COMMON and not tokens[index].flags & NAME:
        return
    found.add(tokens[index].lower)


def _is_solo(token: Token) -> bool:
    return token.kind is WORD and token.capital and not token.flags & _NO_SOLO and len(token.text) > 2


def scan_people(
    text: str, sentence: Sentence, people: People, solo: frozenset[str]
) -> list[tuple[int, Person]]:
    """Take in everyone named in a sentence; the people with the token they stand at."""
    tokens = sentence.tokens
    out: list[tuple[int, Person]] = []
    index = 0
    while index < len(tokens):
        token = tokens[index]
        if token.kind is WORD and _may_name(token, first=index == 0):
            mention = read_mention(tokens, index, len(tokens), solo)
            if mention and mention.name and _plausible(tokens, mention.name, bool(mention.role), solo):
                person = people.add(text, tokens, mention)
                if person:
                    out.append((mention.first, person))
            if mention:
                index = max(index + 1, mention.last)
                continue
        index += 1
    return out


def _may_name(token: Token, *, first: bool) -> bool:
    if token.flags & (ROLE | RANK | HONORIFIC):
        return True
    if not token.capital or token.flags & (DAY | MONTH):
        return False
    if token.flags & NAME:
        return True
    return not (token.flags & (COMMON | OPENER) and first)


def _plausible(
    tokens: Sequence[Token], name: tuple[int, int], with_role: bool, solo: frozenset[str]
) -> bool:
    words = [token for token in tokens[name[0] : name[1]] if token.kind is WORD]
    if any(token.flags & NAME or token.lower in solo for token in words):
        return True
    return with_role and all(not token.flags & COMMON for token in words)
