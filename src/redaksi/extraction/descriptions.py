"""Joins descriptions to a speaker phrase: "pria yang akrab disapa Dani ini"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from redaksi.extraction.aliases import capitals_end
from redaksi.extraction.lexicon.flags import (
    ADJUNCT,
    ALIAS,
    BETWEEN,
    CALLING,
    CUE,
    DAY,
    DENIED,
    NAME,
    POINTING,
    RELATIVE,
    ROLE,
    TALK,
    THAT,
    VERB,
)
from redaksi.extraction.naming import Usage
from redaksi.extraction.phrases import Mention, Source, read_phrase
from redaksi.extraction.tokens import WORD, Token
from redaksi.extraction.wordlists import word_set
from redaksi.extraction.words import is_verb

_TO_CALLING = 9
_AS = word_set("sebagai dengan nama bernama only as just simply by her his the name")
_ONE = word_set("seorang sebuah salah-satu a an")


def with_relative(tokens: Sequence[Token], mention: Mention, limit: int, usage: Usage) -> Mention:
    """Join a description: "pria yang menjabat sebagai Direktur PT Maju ini"."""
    first = mention.last
    called = _called(tokens, mention, limit)
    if called is not None:
        return called
    if (
        mention.points_back
        or first >= limit
        or (mention.name and not _opens_description(tokens, mention))
    ):
        return mention
    relative = tokens[first].flags & (RELATIVE | ALIAS)
    farthest = 24 if relative else 9
    for index in range(first, min(limit, first + farthest)):
        token = tokens[index]
        if token.flags & THAT or (
            not relative
            and (
                token.text in (".", ":", ",")
                or token.flags & (TALK | CUE | DENIED)
                or is_verb(token)
            )
        ):
            break
        if token.flags & POINTING and not token.capital and _ends_there(tokens, index, limit):
            return _described(tokens, mention, index, usage)
    return _with_whole_relative(tokens, mention, limit) if relative else mention


def _called(tokens: Sequence[Token], mention: Mention, limit: int) -> Mention | None:
    """ "Seorang demonstran yang hanya mau disebut sebagai Luka": the name is all there is."""
    first = mention.last
    if mention.name or mention.points_back or first >= limit:
        return None
    if mention.source not in (Source.GROUP, Source.DESCRIPTION):
        return None
    farthest = first + _TO_CALLING if tokens[first].flags & RELATIVE else first + 1
    for index in range(first, min(limit, farthest)):
        if not tokens[index].flags & CALLING or tokens[index].capital:
            continue
        name = index + 1
        while name < limit and tokens[name].lower in _AS:
            name += 1
        last = capitals_end(tokens, name, limit)
        if last == name:
            return None
        role = mention.role or _what(tokens, mention)
        return replace(mention, last=last, name=(name, last), role=role, source=Source.PERSON)
    return None


def _what(tokens: Sequence[Token], mention: Mention) -> tuple[int, int] | None:
    """What someone is: "demonstran" of "seorang demonstran"."""
    one = tokens[mention.first].lower in _ONE and mention.last - mention.first > 1
    return (mention.first + 1, mention.last) if one else None


def _opens_description(tokens: Sequence[Token], mention: Mention) -> bool:
    """Whether the "name" stands in a description: "pemain kelahiran Biak 22 tahun silam itu"."""
    head = tokens[mention.first]
    return (
        bool(mention.role)
        and bool(head.flags & ROLE)
        and mention.name is not None
        and not any(token.flags & NAME for token in tokens[mention.name[0] : mention.name[1]])
        and _small_word_before_name(tokens, mention)
    )


def _small_word_before_name(tokens: Sequence[Token], mention: Mention) -> bool:
    assert mention.name
    return mention.name[0] > mention.first and not tokens[mention.name[0] - 1].capital


def _with_whole_relative(tokens: Sequence[Token], mention: Mention, limit: int) -> Mention:
    """Join "seorang perwira yang enggan disebut namanya": without a name it is all there is."""
    if mention.name or mention.source not in (Source.GROUP, Source.DESCRIPTION):
        return mention
    last = mention.last + 1
    while last < limit and tokens[last].kind is WORD and not tokens[last].flags & (VERB | THAT):
        last += 1
    while last > mention.last and tokens[last - 1].flags & BETWEEN:
        last -= 1
    return replace(mention, last=last) if last > mention.last + 1 else mention


def _ends_there(tokens: Sequence[Token], index: int, limit: int) -> bool:
    if index + 1 >= limit:
        return True
    after = tokens[index + 1]
    return after.kind is not WORD or bool(after.flags & (ADJUNCT | BETWEEN | CUE | DAY))


def _described(tokens: Sequence[Token], mention: Mention, end: int, usage: Usage) -> Mention:
    aliases: tuple[str, ...] = ()
    role = None
    for index in range(mention.last, end):
        token = tokens[index]
        if token.flags & ALIAS:
            last = capitals_end(tokens, index + 1, end)
            if last > index + 1:
                aliases = (" ".join(t.text for t in tokens[index + 1 : last]),)
        elif token.flags & ROLE and role is None:
            inner = read_phrase(tokens, index, end, usage)
            role = (inner.first, inner.last) if inner else None
    if mention.source is Source.GROUP and tokens[mention.last].flags & RELATIVE:
        return replace(mention, last=end + 1)
    source = Source.DESCRIPTION if mention.name else mention.source
    return replace(
        mention,
        last=end + 1,
        points_back=True,
        aliases=aliases,
        role=role or mention.role,
        name=None,
        source=source,
    )
