"""Reads a speaker phrase: role, name and aliases of "Ketua KPK Setyo Budiyanto (55)"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from enum import IntEnum

from redaksi.extraction.lexicon.flags import (
    ADJUNCT,
    ALIAS,
    ARTICLE,
    BETWEEN,
    BODY,
    CUE,
    DAY,
    DENIED,
    GROUP,
    HONORIFIC,
    KNOWN_BODY,
    LINK,
    MODIFIER,
    MONTH,
    NAME,
    OPENER,
    PLACE,
    POINTING,
    PRONOUN,
    RANK,
    RELATIVE,
    ROLE,
    THING,
)
from redaksi.extraction.naming import split_point
from redaksi.extraction.tokens import BRACKET, MARK, QUOTE, WORD, Token
from redaksi.extraction.words import is_initial, is_verb

_STOPS = ADJUNCT | BETWEEN | OPENER | CUE | PRONOUN | DENIED | DAY | MONTH | RELATIVE
_NOUNS = ROLE | MODIFIER | HONORIFIC | RANK | GROUP | BODY | ARTICLE
_LONGEST = 40
_NICKNAME = 24


class Source(IntEnum):
    """What a speaker phrase names."""

    PERSON = 0
    BODY = 1
    GROUP = 2
    PRONOUN = 3
    DESCRIPTION = 4
    """Someone without a name: "politisi itu", "seorang saksi"."""


@dataclass(frozen=True, slots=True)
class Mention:
    """A speaker phrase: the tokens `first` to `last` (without) and the ranges of its parts."""

    first: int
    last: int
    source: Source
    name: tuple[int, int] | None = None
    role: tuple[int, int] | None = None
    aliases: tuple[str, ...] = field(default=())
    points_back: bool = False
    """Whether it describes someone named before."""


def read_mention(
    tokens: Sequence[Token], first: int, limit: int, solo: frozenset[str] = frozenset()
) -> Mention | None:
    """The speaker phrase that begins at `first` and ends before `limit`, None if there is none.

    `solo` are the words that the article uses alone as somebody's name.
    """
    limit = min(limit, first + _LONGEST)
    if first >= limit:
        return None
    if tokens[first].flags & PRONOUN:
        return Mention(first, first + 1, Source.PRONOUN)
    mention = _segment(tokens, first, limit, solo)
    if mention is None:
        return None
    mention = _with_aliases(tokens, mention, limit)
    return _with_apposition(tokens, mention, limit, solo)


def _segment(
    tokens: Sequence[Token], first: int, limit: int, solo: frozenset[str]
) -> Mention | None:
    last = _segment_end(tokens, first, limit)
    if last == first:
        return None
    points = bool(tokens[last - 1].flags & POINTING) and last - first > 1
    end = last - 1 if points else last
    run = _capital_run(tokens, first, end)
    name_first = split_point(tokens, first, run, end, solo)
    name_last = end
    while name_last > name_first and tokens[name_last - 1].kind is BRACKET:
        name_last -= 1
    name = (name_first, name_last) if name_last > name_first else None
    role = _role(tokens, first, name_first if name else end)
    source = _source(tokens, first, name, role)
    if source is None:
        return None
    return Mention(first, last, source, name, role, (), points)


def _segment_end(tokens: Sequence[Token], first: int, limit: int) -> int:
    index = first
    while index < limit:
        token = tokens[index]
        if token.kind is WORD:
            if token.flags & POINTING and index > first and not token.capital:
                return index + 1
            if not _goes_on(tokens, first, index, limit):
                break
        elif not _mark_goes_on(tokens, first, index, limit):
            break
        index += 1
    while index > first and tokens[index - 1].kind is WORD and _dangles(tokens[index - 1]):
        index -= 1
    return index


def _dangles(token: Token) -> bool:
    return bool(token.flags & LINK) and not token.capital and not token.flags & (ROLE | BODY)


def _mark_goes_on(tokens: Sequence[Token], first: int, index: int, limit: int) -> bool:
    token, before = tokens[index], tokens[index - 1]
    if index == first:
        return False
    if token.kind is BRACKET:
        return before.kind is WORD
    after = tokens[index + 1] if index + 1 < limit else None
    if token.kind is QUOTE:
        return bool(before.capital and after and after.capital and len(token.text) <= _NICKNAME)
    if token.text == ".":
        return bool(after and is_initial(before) and before.end == token.start)
    return token.text in "&/" and bool(after and after.capital)


def _goes_on(tokens: Sequence[Token], first: int, index: int, limit: int) -> bool:
    token = tokens[index]
    flags = token.flags
    if token.capital:
        if flags & (DAY | MONTH):
            return False
        return index > first or not flags & (ADJUNCT | CUE | RELATIVE) or bool(flags & NAME)
    before = tokens[index - 1] if index > first else None
    if token.text[0].isdigit():
        return before is not None and before.kind is WORD and bool(before.flags & _NOUNS)
    if flags & LINK and before is not None:
        return _link_goes_on(tokens, index, limit)
    if flags & _STOPS and not (flags & (ROLE | GROUP | HONORIFIC | RANK)):
        return False
    if before is None:
        return bool(flags & (_NOUNS | POINTING)) or not is_verb(token)
    if before.capital and not before.flags & (ROLE | MODIFIER | BODY | KNOWN_BODY | RANK | HONORIFIC):
        return False
    return bool(flags & _NOUNS) or not (is_verb(token) or before.capital)


def _link_goes_on(tokens: Sequence[Token], index: int, limit: int) -> bool:
    if index + 1 >= limit:
        return False
    token, before, after = tokens[index], tokens[index - 1], tokens[index + 1]
    if after.kind is not WORD or after.flags & (DAY | MONTH | PRONOUN):
        return False
    if token.flags & ADJUNCT and before.flags & NAME and not before.flags & ROLE:
        return False
    if after.flags & LINK and index + 2 < limit:
        return tokens[index + 2].capital
    return after.capital or bool(after.flags & (_NOUNS & ~ARTICLE)) or not before.capital


def _capital_run(tokens: Sequence[Token], first: int, end: int) -> int:
    """Where the last run of words with capitals begins."""
    run = end
    while run > first:
        token = tokens[run - 1]
        if token.kind is WORD and not token.capital and not token.flags & ALIAS:
            particle = token.flags & LINK and token.lower in _PARTICLES and run < end
            if not (particle and run - 1 > first and tokens[run - 2].capital):
                break
        elif token.kind is BRACKET and run < end and _is_word(tokens, run, end):
            break
        elif token.kind is WORD and token.flags & ALIAS:
            break
        run -= 1
    return run


_PARTICLES = frozenset("bin binti van von der den de da dos del la al el as bte ibn".split())


def _is_word(tokens: Sequence[Token], first: int, end: int) -> bool:
    return any(token.kind is WORD for token in tokens[first:end])


def _role(tokens: Sequence[Token], first: int, last: int) -> tuple[int, int] | None:
    while last > first and (
        tokens[last - 1].flags & (HONORIFIC | LINK) and not tokens[last - 1].flags & (ROLE | RANK)
        or tokens[last - 1].kind is MARK
    ):
        last -= 1
    while first < last and tokens[first].flags & HONORIFIC and not tokens[first].flags & ROLE:
        first += 1
    found = any(token.flags & (ROLE | MODIFIER) for token in tokens[first:last])
    return (first, last) if found else None


def _source(
    tokens: Sequence[Token],
    first: int,
    name: tuple[int, int] | None,
    role: tuple[int, int] | None,
) -> Source | None:
    head = tokens[first]
    if name is not None:
        return Source.PERSON
    if head.flags & (GROUP | ARTICLE) and not (head.flags & ROLE and not head.flags & GROUP):
        return Source.GROUP
    if head.flags & ROLE:
        return Source.DESCRIPTION
    if head.flags & (BODY | KNOWN_BODY | PLACE) or head.capital:
        return Source.BODY
    if role is not None:
        return Source.DESCRIPTION
    return None if head.flags & (THING | MODIFIER) or not head.flags & HONORIFIC else Source.DESCRIPTION


def _with_aliases(tokens: Sequence[Token], mention: Mention, limit: int) -> Mention:
    aliases: list[str] = []
    last = mention.last
    if mention.name:
        for token in tokens[mention.name[1] : mention.last]:
            inner = token.text[1:-1].strip()
            if token.kind is BRACKET and _looks_like_alias(inner, token):
                aliases.append(inner)
    if last < limit and tokens[last].flags & ALIAS and mention.name:
        end = _capitals_end(tokens, last + 1, limit)
        if end > last + 1:
            aliases.append(" ".join(token.text for token in tokens[last + 1 : end]))
            last = end
    return replace(mention, aliases=tuple(aliases), last=last) if aliases else mention


def _looks_like_alias(inner: str, token: Token) -> bool:
    return bool(inner) and inner[0].isupper() and len(inner) <= 24 and not any(
        char.isdigit() or char == "/" for char in inner
    )


def _capitals_end(tokens: Sequence[Token], first: int, limit: int) -> int:
    index = first
    while index < limit and tokens[index].kind is WORD and tokens[index].capital:
        index += 1
    return index


def _with_apposition(
    tokens: Sequence[Token], mention: Mention, limit: int, solo: frozenset[str]
) -> Mention:
    """Join "Role, Name" and "Name, role"."""
    comma = mention.last
    if comma + 1 >= limit or tokens[comma].text != ",":
        return mention
    following = comma + 1
    if tokens[following].text[0].isdigit():
        return _after_age(tokens, mention, limit, solo)
    second = _segment(tokens, following, limit, solo)
    if second is None or second.points_back:
        return mention
    second = _with_aliases(tokens, second, limit)
    return _joined(tokens, mention, second)


def _after_age(
    tokens: Sequence[Token], mention: Mention, limit: int, solo: frozenset[str]
) -> Mention:
    age = mention.last + 1
    if age + 1 < limit and tokens[age + 1].text == ",":
        second = _segment(tokens, age + 2, limit, solo)
        if second is not None:
            return _joined(tokens, replace(mention, last=age + 1), second)
        return replace(mention, last=age + 1)
    return mention


def _joined(tokens: Sequence[Token], mention: Mention, second: Mention) -> Mention:
    if mention.name is None and second.name and (mention.role or tokens[mention.first].flags & (GROUP | ROLE)):
        role = mention.role
        if second.role and role is None:
            role = second.role
        return replace(second, first=mention.first, role=role)
    if mention.name and second.role and not second.name and _opens_role(tokens[second.first]):
        longer = mention.role is None or second.role[1] - second.role[0] > mention.role[1] - mention.role[0]
        return replace(mention, last=second.last, role=second.role if longer else mention.role)
    if mention.name and second.role and second.name and _is_affiliation(tokens, second):
        role = (second.first, second.name[1])
        return replace(mention, last=second.last, role=mention.role or role)
    return mention


def _opens_role(token: Token) -> bool:
    return bool(token.flags & (ROLE | ARTICLE | MODIFIER | GROUP))


def _is_affiliation(tokens: Sequence[Token], second: Mention) -> bool:
    """Whether what looks like a second name is the place of work: "warga Desa Sukamaju"."""
    assert second.name
    return not tokens[second.first].capital and not any(
        token.flags & NAME for token in tokens[second.name[0] : second.name[1]]
    )
