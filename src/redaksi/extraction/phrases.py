"""Reads one stretch of a speaker phrase, up to a comma: "Ketua KPK Setyo Budiyanto (55)"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
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
    THING,
)
from redaksi.extraction.naming import Usage, split_point
from redaksi.extraction.tokens import BRACKET, MARK, QUOTE, WORD, Token
from redaksi.extraction.wordlists import word_set
from redaksi.extraction.words import is_initial, is_possessive, is_verb

_STOPS = ADJUNCT | BETWEEN | OPENER | CUE | PRONOUN | DENIED | DAY | MONTH | RELATIVE
_NOUNS = ROLE | MODIFIER | HONORIFIC | RANK | GROUP | BODY | ARTICLE
_NICKNAME = 24
_AND = frozenset({"dan", "and", "serta", "&"})
_AFTER_NAME = frozenset({"of", "from", "at", "with", "in", "for", "to"})
_WHERE = _AFTER_NAME | {"tempat"}
_DEFINITE = frozenset({"the", "a", "an", "his", "her", "their", "its"})
_BRANCH = frozenset({"cabang", "wilayah", "bidang", "urusan", "divisi", "bagian"})
_KNOWN_ONE = frozenset({"sang", "si"})
_ONE = word_set("seorang")
_WORKS_AT = frozenset({"di", "dari", "pada"})
_PARTICLES = word_set("bin binti van von der den de da dos del la al el as bte ibn")


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


def read_phrase(tokens: Sequence[Token], first: int, limit: int, usage: Usage) -> Mention | None:
    """The phrase that begins at `first`, up to the first comma; None if it names no source."""
    last = _segment_end(tokens, first, limit)
    if last == first:
        return None
    points = bool(tokens[last - 1].flags & POINTING) and last - first > 1
    end = last - 1 if points else last
    run = _capital_run(tokens, first, end)
    name_first = split_point(tokens, first, run, end, usage)
    name_last = end
    while name_last > name_first and _is_after_name(tokens[name_last - 1]):
        name_last -= 1
    spoken = any(token.kind is WORD for token in tokens[name_first:name_last])
    if name_first > first and tokens[name_first - 1].lower in _WHERE:
        spoken = False  # "The government's delegate in Valencia": a place.
    if spoken and _is_workplace(tokens, first, name_first, name_last):
        spoken = False
    name = (name_first, name_last) if spoken else None
    role = _role(tokens, first, name_first if name else end)
    if points and name and role:
        name, role = None, (first, end)
    if name and (_is_demonym(tokens, first, last) or _is_many(tokens, name)):
        name = None
    source = _source(tokens, first, last, name, role)
    if source is None:
        return None
    points = points or tokens[first].lower in _KNOWN_ONE
    points = points or (tokens[first].lower == "the" and source is Source.DESCRIPTION)
    return Mention(first, last, source, name, role, (), points)


def _is_after_name(token: Token) -> bool:
    """Whether a bracket or a degree stands behind a name: "Hadi Cahyo SH MH"."""
    return token.kind is BRACKET or token.flags & (DEGREE | NAME) == DEGREE


def _is_many(tokens: Sequence[Token], name: tuple[int, int]) -> bool:
    """Whether the "name" is a word for people that opens a sentence: "Experts"."""
    token = tokens[name[0]]
    return name[1] - name[0] == 1 and token.flags & (GROUP | NAME | ROLE) == GROUP


def _is_workplace(tokens: Sequence[Token], first: int, name: int, last: int) -> bool:
    """Whether capitals name where somebody works: "analis di bank Hollmann & Cie"."""
    if name < first + 2 or tokens[name - 1].capital or not tokens[name - 1].flags & BODY:
        return False
    behind = tokens[name - 2].lower in _WORKS_AT
    return behind and not any(token.flags & NAME for token in tokens[name:last])


def _is_demonym(tokens: Sequence[Token], first: int, last: int) -> bool:
    """Whether "the Welshman" describes somebody by the country."""
    lone = last - first == 2 and tokens[first].lower == "the"
    return lone and tokens[last - 1].lower.endswith(("man", "woman"))


def _segment_end(tokens: Sequence[Token], first: int, limit: int) -> int:
    index = first
    while index < limit:
        token = tokens[index]
        if token.kind is WORD:
            if (
                token.flags & ALIAS
                and index > first
                and (not token.flags & LINK or _is_name_word(tokens[index - 1]))
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
    return (
        token.capital and not token.flags & (ROLE | MODIFIER | BODY | PLACE)
    ) or token.kind is BRACKET


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
            return (
                before is not None and before.kind is BRACKET and bool(tokens[first].flags & BODY)
            )
        between = before.capital and index + 1 < limit and tokens[index + 1].capital
        return bool(before.flags & _NOUNS) or (between and not before.flags & (DAY | MONTH))
    link = flags & LINK and not flags & MODIFIER
    if (link or token.lower == "di") and before is not None:
        return _link_goes_on(tokens, first, index, limit)
    stops = flags & _STOPS and not flags & (ROLE | GROUP | HONORIFIC | RANK)
    if stops and not (flags & MODIFIER and before is not None and before.flags & ROLE):
        return False
    if before is None:
        return bool(flags & (_NOUNS | POINTING)) or not is_verb(token)
    if (flags & (HONORIFIC | ROLE) or token.lower in _BRANCH) and _name_follows(
        tokens, index + 1, limit
    ):
        return True
    if flags & TALK and not flags & _NOUNS:
        return False
    if flags & MODIFIER and _closes_post(tokens, first, index, limit):
        return True
    if before.capital and not before.flags & (_NOUNS | KNOWN_BODY):
        owner = index == first + 1 or tokens[index - 2].lower in _AFTER_NAME
        if owner and is_possessive(before):
            return True
        return bool(flags & (ROLE | GROUP)) and _opens_post(tokens, first, index)
    return bool(flags & _NOUNS) or not is_verb(token)


def _closes_post(tokens: Sequence[Token], first: int, index: int, limit: int) -> bool:
    """Whether a small word ends a post: "Bupati Kudus terpilih Sam'ani", "Ketua PGRI setempat,"."""
    if tokens[index - 1].flags & PLACE and _name_follows(tokens, index + 1, limit):
        return True
    comma = index + 1 < limit and tokens[index + 1].text == ","
    return comma and bool(tokens[first].flags & ROLE)


def _opens_post(tokens: Sequence[Token], first: int, index: int) -> bool:
    """Whether a capital belongs to a post: "a CAAN spokesperson", "Mine operator Sierra Aurum"."""
    if tokens[first].flags & ARTICLE:
        return index == first + 2
    lone = index == first + 1 and not tokens[first].flags & NAME
    return lone and index + 1 < len(tokens) and tokens[index + 1].capital


def _name_follows(tokens: Sequence[Token], index: int, limit: int) -> bool:
    while index < limit and tokens[index].text == ".":
        index += 1
    return index < limit and tokens[index].capital


def _is_unknown(token: Token) -> bool:
    """Whether a word with a capital is most likely a name: no lexicon has it."""
    return token.capital and not token.flags and not token.text.isupper()


def _is_bare_name(tokens: Sequence[Token], first: int, last: int) -> bool:
    """Whether the phrase so far begins and ends like a name."""
    ends = (tokens[first], tokens[last - 1])
    return last - first > 1 and all(t.capital and not t.flags & _NOUNS for t in ends)


def _ends_name(token: Token, length: int) -> bool:
    """Whether a name ends with this word: "Theodore Raj from the institute"."""
    if token.flags & NAME and not token.flags & ROLE:
        return True
    return token.capital and length > 1 and not token.flags & (_NOUNS | KNOWN_BODY | COMMON | PLACE)


def _link_goes_on(tokens: Sequence[Token], first: int, index: int, limit: int) -> bool:
    if index + 1 >= limit:
        return False
    token, before, after = tokens[index], tokens[index - 1], tokens[index + 1]
    if token.lower in _AND and before.flags & NAME and after.flags & NAME:
        return False
    if token.lower in _AND and before.capital and after.lower.endswith("nya"):
        return False  # "Nadya Lorenza dan suaminya": somebody else.
    if token.lower == "di":
        return bool(after.flags & BODY) and not before.flags & NAME and not _is_unknown(before)
    if after.kind is not WORD or after.flags & (DAY | MONTH):
        return False
    if after.flags & PRONOUN:
        return token.lower in ("dari", "of") and bool(before.flags & GROUP)
    if token.flags & ADJUNCT and before.flags & NAME and not before.flags & ROLE:
        return False
    if token.lower in _AFTER_NAME and _ends_name(before, index - first):
        return False
    if token.lower == "dari" and _is_bare_name(tokens, first, index):
        return False  # "Hotma Simanungkalit dari kantor ...": the name ends there.
    if after.flags & ARTICLE and token.lower in _AFTER_NAME:
        return not before.flags & NAME
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
        elif (token.kind is BRACKET and run < end and _is_word(tokens, run, end)) or (
            token.kind is WORD and token.flags & ALIAS
        ):
            break
        run -= 1
    return run


def _is_word(tokens: Sequence[Token], first: int, end: int) -> bool:
    return any(token.kind is WORD for token in tokens[first:end])


def _role(tokens: Sequence[Token], first: int, last: int) -> tuple[int, int] | None:
    while last > first and (
        (tokens[last - 1].flags & (HONORIFIC | LINK) and not tokens[last - 1].flags & (ROLE | RANK))
        or tokens[last - 1].kind is MARK
    ):
        last -= 1
    while first < last and (
        (tokens[first].flags & HONORIFIC and not tokens[first].flags & ROLE)
        or (tokens[first].lower in _ONE and last - first > 1)
    ):
        first += 1
    found = any(token.flags & ROLE for token in tokens[first:last])
    return (first, last) if found else None


def _source(
    tokens: Sequence[Token],
    first: int,
    last: int,
    name: tuple[int, int] | None,
    role: tuple[int, int] | None,
) -> Source | None:
    head = tokens[first]
    if name is not None:
        return Source.PERSON
    if head.lower in _KNOWN_ONE:
        return Source.DESCRIPTION
    if head.flags & BODY and not head.flags & (ROLE | ARTICLE):
        return Source.BODY
    if head.lower in _DEFINITE and any(
        token.flags & ROLE or token.lower.endswith(("year-old", "man", "woman"))
        for token in tokens[first + 1 : last]
    ):
        return Source.DESCRIPTION
    if head.flags & (GROUP | ARTICLE) and not (head.flags & ROLE and not head.flags & GROUP):
        return Source.GROUP
    if head.flags & ROLE:
        return Source.DESCRIPTION
    if is_possessive(head) and tokens[last - 1].flags & ROLE:
        return Source.DESCRIPTION
    if head.flags & (BODY | KNOWN_BODY | PLACE) or head.capital:
        return Source.BODY
    if role is not None:
        return Source.DESCRIPTION
    return (
        None
        if head.flags & (THING | MODIFIER) or not head.flags & HONORIFIC
        else Source.DESCRIPTION
    )
