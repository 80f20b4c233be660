"""Small questions about what stands beside a word of saying."""

from __future__ import annotations

from collections.abc import Sequence

from redaksi.extraction.lexicon.flags import DENIED, NAME, POINTING, THING
from redaksi.extraction.mentions import Mention, Source
from redaksi.extraction.tokens import WORD, Token
from redaksi.extraction.words import is_verb


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
