"""Small questions about what stands beside a word of saying."""

from __future__ import annotations

from collections.abc import Sequence

from redaksi.extraction.lexicon.flags import (
    ADDRESSEE,
    ADJUNCT,
    DENIED,
    NAME,
    OCCASION,
    OPENER,
    POINTING,
    THING,
)
from redaksi.extraction.mentions import Mention, Source
from redaksi.extraction.tokens import WORD, Token
from redaksi.extraction.words import is_verb

_LEAD = 4
_TELLS = ADDRESSEE | OCCASION | ADJUNCT


def is_predicate(token: Token) -> bool:
    """Whether the word is a verb or denies one."""
    return token.kind is WORD and (is_verb(token) or bool(token.flags & DENIED))


def is_paper(token: Token) -> bool:
    """Whether what is named is no source: "according to court documents"."""
    return bool(token.flags & THING) and not token.flags & (POINTING | NAME) and not token.capital


def opens_opinion(tokens: Sequence[Token], first: int, cue: int, mention: Mention) -> bool:
    """Whether "Bagi Simon, ..." tells an opinion: somebody named, at the head, with a comma."""
    comma = mention.last < len(tokens) and tokens[mention.last].text == ","
    return cue <= first + 1 and comma and mention.source in (Source.PERSON, Source.PRONOUN)


def named(tokens: Sequence[Token], mention: Mention) -> bool:
    """Whether a phrase names somebody, a body, or at least a post."""
    return mention.source is not Source.DESCRIPTION or bool(mention.role) or mention.points_back


def lead(tokens: Sequence[Token], first: int, last: int) -> tuple[int, int]:
    """The phrase in front of a speaker that tells the occasion: "Kepada BBC, ia ..."."""
    while first < last and (
        tokens[first].text == ","
        or (tokens[first].flags & OPENER and not tokens[first].flags & _TELLS)
    ):
        first += 1
    told = tokens[first : min(last, first + _LEAD)]
    begins = bool(told) and (
        bool(told[0].flags & ADDRESSEE) or any(token.flags & OCCASION for token in told)
    )
    return (first, last) if begins else (last, last)
