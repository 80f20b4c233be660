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
    COMMON,
    CUE,
    DAY,
    DEGREE,
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
    TALK,
    THAT,
    THING,
    VERB,
)
from redaksi.extraction.naming import NO_USAGE, Usage, split_point
from redaksi.extraction.tokens import BRACKET, MARK, QUOTE, WORD, Token
from redaksi.extraction.words import is_initial, is_verb

_STOPS = ADJUNCT | BETWEEN | OPENER | CUE | PRONOUN | DENIED | DAY | MONTH | RELATIVE
_NOUNS = ROLE | MODIFIER | HONORIFIC | RANK | GROUP | BODY | ARTICLE
_LONGEST = 40
_NICKNAME = 24
_AND = frozenset({"dan", "and", "serta", "&"})
_KNOWN_ONE = frozenset({"sang", "si"})


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
    tokens: Sequence[Token], first: int, limit: int, usage: Usage = NO_USAGE
) -> Mention | None:
    """The speaker phrase that begins at `first` and ends before `limit`, None if there is none.

    `usage` tells which words the article uses as names and as places.
    """
    limit = min(limit, first + _LONGEST)
    if first >= limit:
        return None
    if tokens[first].flags & PRONOUN:
        return Mention(first, first + 1, Source.PRONOUN)
    mention = _segment(tokens, first, limit, usage)
    if mention is None:
        return None
    mention = _with_relative(tokens, _with_aliases(tokens, mention, limit), limit, usage)
    return _with_apposition(tokens, mention, limit, usage)


def _segment(
    tokens: Sequence[Token], first: int, limit: int, usage: Usage
) -> Mention | None:
    last = _segment_end(tokens, first, limit)
    if last == first:
        return None
    points = bool(tokens[last - 1].flags & POINTING) and last - first > 1
    end = last - 1 if points else last
    run = _capital_run(tokens, first, end)
    name_first = split_point(tokens, first, run, end, usage)
    name_last = end
    while name_last > name_first and tokens[name_last - 1].kind is BRACKET:
        name_last -= 1
    spoken = any(token.kind is WORD for token in tokens[name_first:name_last])
    name = (name_first, name_last) if spoken else None
    role = _role(tokens, first, name_first if name else end)
    source = _source(tokens, first, name, role)
    if source is None:
        return None
    points = points or tokens[first].lower in _KNOWN_ONE
    return Mention(first, last, source, name, role, (), points)


def _segment_end(tokens: Sequence[Token], first: int, limit: int) -> int:
    index = first
    while index < limit:
        token = tokens[index]
        if token.kind is WORD:
            if token.flags & ALIAS and index > first and (
                not token.flags & LINK or _is_name_word(tokens[index - 1])
            ):
                break
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


def _is_name_word(token: Token) -> bool:
    return token.capital and not token.flags & (ROLE | MODIFIER | BODY | PLACE) or token.kind is BRACKET


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
    if token.text == ",":
        return _lists_domains(tokens, index, limit)
    if token.text == ".":
        return bool(after and is_initial(before) and before.end == token.start)
    return token.text in "&/" and bool(after and after.capital)


def _lists_domains(tokens: Sequence[Token], comma: int, limit: int) -> bool:
    """Whether a comma stands in the list of a ministry: "Bidang Politik, Hukum, dan Keamanan"."""
    before, index = tokens[comma - 1], comma + 1
    if not _is_domain(before):
        return False
    while index < limit and index < comma + 8:
        if tokens[index].lower in ("dan", "and"):
            return index + 1 < limit and _is_domain(tokens[index + 1])
        if not _is_domain(tokens[index]) and tokens[index].text != ",":
            return False
        index += 1
    return False


def _is_domain(token: Token) -> bool:
    return token.capital and bool(token.flags & (MODIFIER | COMMON)) and not token.flags & NAME


def _goes_on(tokens: Sequence[Token], first: int, index: int, limit: int) -> bool:
    token = tokens[index]
    flags = token.flags
    if token.capital:
        if flags & (DAY | MONTH):
            return False
        return index > first or not flags & (ADJUNCT | CUE | RELATIVE) or bool(flags & NAME)
    before = tokens[index - 1] if index > first else None
    if token.text[0].isdigit():
        if before is None or before.kind is not WORD:
            return False
        between = before.capital and index + 1 < limit and tokens[index + 1].capital
        return bool(before.flags & _NOUNS) or between and not before.flags & (DAY | MONTH)
    link = flags & LINK and not flags & MODIFIER
    if (link or token.lower == "di") and before is not None:
        return _link_goes_on(tokens, index, limit)
    if flags & _STOPS and not (flags & (ROLE | GROUP | HONORIFIC | RANK)):
        return False
    if before is None:
        return bool(flags & (_NOUNS | POINTING)) or not is_verb(token)
    if flags & HONORIFIC and _name_follows(tokens, index + 1, limit):
        return True
    if before.capital and not before.flags & (_NOUNS | KNOWN_BODY):
        return False
    return bool(flags & _NOUNS) or not is_verb(token)


def _name_follows(tokens: Sequence[Token], index: int, limit: int) -> bool:
    while index < limit and tokens[index].text == ".":
        index += 1
    return index < limit and tokens[index].capital


def _link_goes_on(tokens: Sequence[Token], index: int, limit: int) -> bool:
    if index + 1 >= limit:
        return False
    token, before, after = tokens[index], tokens[index - 1], tokens[index + 1]
    if token.lower in _AND and before.flags & NAME and after.flags & NAME:
        return False
    if token.lower == "di":
        return bool(after.flags & BODY) and not before.flags & NAME
    if after.kind is not WORD or after.flags & (DAY | MONTH):
        return False
    if after.flags & PRONOUN:
        return token.lower in ("dari", "of") and bool(before.flags & GROUP)
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
    found = any(token.flags & ROLE for token in tokens[first:last])
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
    if head.lower in _KNOWN_ONE:
        return Source.DESCRIPTION
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


def _with_relative(
    tokens: Sequence[Token], mention: Mention, limit: int, usage: Usage
) -> Mention:
    """Join a description: "pria yang menjabat sebagai Direktur PT Maju ini"."""
    first = mention.last
    if mention.points_back or first >= limit or mention.name and not _opens_description(tokens, mention):
        return mention
    relative = tokens[first].flags & (RELATIVE | ALIAS)
    farthest = 24 if relative else 9
    for index in range(first, min(limit, first + farthest)):
        token = tokens[index]
        if token.flags & THAT or not relative and (
            token.text in (".", ":", ",") or token.flags & (TALK | CUE | DENIED) or is_verb(token)
        ):
            break
        if token.flags & POINTING and not token.capital and _ends_there(tokens, index, limit):
            return _described(tokens, mention, index, usage)
    return _with_whole_relative(tokens, mention, limit) if relative else mention


def _opens_description(tokens: Sequence[Token], mention: Mention) -> bool:
    """Whether the "name" stands in a description: "pemain kelahiran Biak 22 tahun silam itu"."""
    head = tokens[mention.first]
    return bool(mention.role) and bool(head.flags & ROLE) and mention.name is not None and not any(
        token.flags & NAME for token in tokens[mention.name[0] : mention.name[1]]
    ) and _small_word_before_name(tokens, mention)


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


def _described(
    tokens: Sequence[Token], mention: Mention, end: int, usage: Usage
) -> Mention:
    aliases: tuple[str, ...] = ()
    role = None
    for index in range(mention.last, end):
        token = tokens[index]
        if token.flags & ALIAS:
            last = _capitals_end(tokens, index + 1, end)
            if last > index + 1:
                aliases = (" ".join(t.text for t in tokens[index + 1 : last]),)
        elif token.flags & ROLE and role is None:
            inner = _segment(tokens, index, end, usage)
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


def _with_apposition(
    tokens: Sequence[Token], mention: Mention, limit: int, usage: Usage
) -> Mention:
    """Join "Role, Name" and "Name, role"; degrees between commas are passed over."""
    if mention.name:
        mention = replace(mention, last=_after_degrees(tokens, mention.last, limit))
    comma = mention.last
    if comma + 1 >= limit or tokens[comma].text != ",":
        return mention
    following = comma + 1
    if tokens[following].text[0].isdigit():
        return _after_age(tokens, mention, limit, usage)
    second = _segment(tokens, following, limit, usage)
    if second is None or second.points_back:
        return mention
    second = _with_aliases(tokens, second, limit)
    if not tokens[second.first].capital and not _closed(tokens, second.last, limit):
        return mention
    return _joined(tokens, mention, second, usage)


def _after_degrees(tokens: Sequence[Token], index: int, limit: int) -> int:
    while index + 1 < limit and tokens[index].text == "," and tokens[index + 1].flags & DEGREE:
        index += 2
        if index < limit and tokens[index].text == "." and index + 1 < limit:
            index += tokens[index + 1].text == ","
    return index


def _closed(tokens: Sequence[Token], last: int, limit: int) -> bool:
    """Whether a role behind a comma ends there, so that it is no new sentence part."""
    if last >= limit:
        return True
    return tokens[last].kind is not WORD or bool(tokens[last].flags & (ADJUNCT | DAY))


def _after_age(
    tokens: Sequence[Token], mention: Mention, limit: int, usage: Usage
) -> Mention:
    age = mention.last + 1
    if age + 1 < limit and tokens[age + 1].text == ",":
        second = _segment(tokens, age + 2, limit, usage)
        if second is not None:
            return _joined(tokens, replace(mention, last=age + 1), second, usage)
        return replace(mention, last=age + 1)
    return mention


def _joined(
    tokens: Sequence[Token], mention: Mention, second: Mention, usage: Usage
) -> Mention:
    if mention.name is None and second.name and (mention.role or tokens[mention.first].flags & (GROUP | ROLE)):
        role = mention.role
        if second.role and role is None:
            role = second.role
        return replace(second, first=mention.first, role=role)
    if second.name and not second.role and _is_unknown_role(tokens, mention, second, usage):
        return replace(second, first=mention.first, role=(mention.first, mention.last))
    if mention.name and mention.role and second.name and _is_workplace(tokens, mention, second, usage):
        role = (mention.first, mention.name[1])
        return replace(second, first=mention.first, role=role)
    if mention.name and second.role and not second.name and _opens_role(tokens[second.first]):
        longer = mention.role is None or second.role[1] - second.role[0] > mention.role[1] - mention.role[0]
        return replace(mention, last=second.last, role=second.role if longer else mention.role)
    if mention.name and second.role and second.name and _is_affiliation(tokens, second):
        role = (second.first, second.name[1])
        return replace(mention, last=second.last, role=mention.role or role)
    return mention


def _is_unknown_role(
    tokens: Sequence[Token], mention: Mention, second: Mention, usage: Usage
) -> bool:
    """Whether a role we have no word for stands before a name: "Prakirawan BMKG, Gede Arya,"."""
    assert second.name
    if mention.role or tokens[mention.first].flags & (PLACE | GROUP | BODY | KNOWN_BODY):
        return False
    if mention.last - mention.first < 2 or _strength(tokens, second.name, usage) < 1:
        return False
    closed = second.last >= len(tokens) or tokens[second.last].text in (",", ".")
    return closed and _strength(tokens, (mention.first, mention.last), usage) == 0


def _is_workplace(
    tokens: Sequence[Token], mention: Mention, second: Mention, usage: Usage
) -> bool:
    """Whether the first "name" belongs to the role: "Pelatih Laskar Muria, Edi Sunaryo"."""
    assert mention.name and second.name
    if second.role and any(token.flags & ROLE for token in tokens[second.role[0] : second.role[1]]):
        return False
    first, other = (_strength(tokens, part, usage) for part in (mention.name, second.name))
    return first < other or first == 0 or bool(second.aliases)


def _strength(tokens: Sequence[Token], name: tuple[int, int], usage: Usage) -> int:
    return sum(
        bool(token.flags & NAME) or token.lower in usage.solo for token in tokens[name[0] : name[1]]
    )


def _opens_role(token: Token) -> bool:
    return bool(token.flags & (ROLE | ARTICLE | MODIFIER | GROUP))


def _is_affiliation(tokens: Sequence[Token], second: Mention) -> bool:
    """Whether what looks like a second name is the place of work: "warga Desa Sukamaju"."""
    assert second.name
    named = sum(bool(token.flags & NAME) for token in tokens[second.name[0] : second.name[1]])
    if not tokens[second.first].capital:
        return named == 0
    body = second.role and any(t.flags & BODY for t in tokens[second.role[0] : second.role[1]])
    return named < 2 or bool(body)
