"""Joins what commas set off: "Role, Name" and "Name, role"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from redaksi.extraction.aliases import with_aliases
from redaksi.extraction.lexicon.flags import (
    ADJUNCT,
    ARTICLE,
    BETWEEN,
    BODY,
    CUE,
    DAY,
    DEGREE,
    GROUP,
    KNOWN_BODY,
    MODIFIER,
    NAME,
    PLACE,
    RELATIVE,
    ROLE,
    SOURCE,
)
from redaksi.extraction.naming import Usage
from redaksi.extraction.phrases import Mention, read_phrase
from redaksi.extraction.tokens import WORD, Token
from redaksi.extraction.wordlists import word_set

_SERVE = word_set(
    "penasihat penasehat juru utusan staf ajudan pengacara kuasa manajer"
    " asisten sekretaris jubir loyalis adviser advisor aide lawyer spokesman spokesperson"
)
"""Those who work for somebody whose name may follow at once."""
_KIN = word_set(
    "ibunda ayahanda ibu ayah istri suami adik kakak anak putra putri paman bibi keponakan"
    " sahabat rekan kekasih tunangan"
)
"""Those who are named by whose they are: "ibunda Rara, Sumiyati,"."""


def with_apposition(tokens: Sequence[Token], mention: Mention, limit: int, usage: Usage) -> Mention:
    """Join "Role, Name" and "Name, role"; degrees between commas are passed over."""
    if mention.name:
        mention = replace(mention, last=_after_degrees(tokens, mention.last, limit))
    comma = mention.last
    if comma + 1 >= limit or tokens[comma].text != ",":
        return mention
    following = comma + 1
    if tokens[following].lower.endswith("-year-old") and following + 1 < limit:
        following += 1
    if tokens[following].text[0].isdigit():
        return _after_age(tokens, mention, limit, usage)
    second = read_phrase(tokens, following, limit, usage)
    if second is None or second.points_back:
        return mention
    second = with_aliases(tokens, second, limit)
    if not tokens[second.first].capital and not _closed(tokens, second.last, limit):
        return mention
    joined = _joined(tokens, mention, second, usage)
    vague = not tokens[mention.first].flags & ROLE and mention.name is None
    if vague and joined.name and joined.last < limit and tokens[joined.last].text == ",":
        return with_apposition(tokens, joined, limit, usage)
    return joined


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


def _after_age(tokens: Sequence[Token], mention: Mention, limit: int, usage: Usage) -> Mention:
    age = mention.last + 1
    if age + 1 < limit and tokens[age + 1].text == ",":
        second = read_phrase(tokens, age + 2, limit, usage)
        if second is not None:
            return _joined(tokens, replace(mention, last=age + 1), second, usage)
        return replace(mention, last=age + 1)
    return mention


def _joined(tokens: Sequence[Token], mention: Mention, second: Mention, usage: Usage) -> Mention:
    relative = any(token.flags & RELATIVE for token in tokens[mention.first : mention.last])
    if relative and (second.last >= len(tokens) or tokens[second.last].text != ","):
        return mention
    if (
        mention.name is None
        and second.name
        and (mention.role or tokens[mention.first].flags & (GROUP | ROLE | ARTICLE))
    ):
        role = mention.role
        if not _goes_with(tokens, mention, second):
            return mention
        if role is None and tokens[mention.first].flags & ARTICLE:
            if not _set_off(tokens, second):
                return mention
            role = (mention.first, mention.last)
        if second.role and role is None:
            role = second.role
        return replace(second, first=mention.first, role=role)
    if second.name and not second.role and _is_unknown_role(tokens, mention, second, usage):
        return replace(second, first=mention.first, role=(mention.first, mention.last))
    if (
        mention.name
        and mention.role
        and second.name
        and _is_workplace(tokens, mention, second, usage)
    ):
        role = (mention.first, mention.name[1])
        return replace(second, first=mention.first, role=role)
    if mention.name and second.role and not second.name and _opens_role(tokens[second.first]):
        longer = (
            mention.role is None
            or second.role[1] - second.role[0] > mention.role[1] - mention.role[0]
        )
        return replace(mention, last=second.last, role=second.role if longer else mention.role)
    if mention.name and second.role and second.name and _is_affiliation(tokens, second):
        role = (second.first, second.name[1])
        return replace(mention, last=second.last, role=mention.role or role)
    return mention


def _goes_with(tokens: Sequence[Token], mention: Mention, second: Mention) -> bool:
    """Whether a name behind "polisi," closes and does not begin what they tell."""
    if second.last >= len(tokens):
        return True
    after = tokens[second.last]
    if mention.first and tokens[mention.first - 1].flags & SOURCE:
        return after.kind is not WORD  # "Menurut polisi, Budi mencuri motor".
    if mention.role is not None:
        return True
    return after.kind is not WORD or bool(after.flags & (CUE | ADJUNCT | DAY | RELATIVE | BETWEEN))


def _set_off(tokens: Sequence[Token], second: Mention) -> bool:
    """Whether a full name closes with a mark: "the harbour master, Capt. Lars Eide."."""
    assert second.name
    full = second.name[1] - second.name[0] > 1
    return full and (second.last >= len(tokens) or tokens[second.last].text in (",", "."))


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


def _is_workplace(tokens: Sequence[Token], mention: Mention, second: Mention, usage: Usage) -> bool:
    """Whether the first "name" belongs to the role: "Pelatih Laskar Muria, Edi Sunaryo"."""
    assert mention.name
    assert second.name
    if second.role and any(token.flags & ROLE for token in tokens[second.role[0] : second.role[1]]):
        return False
    first, other = (_strength(tokens, part, usage) for part in (mention.name, second.name))
    lone = mention.name[1] - mention.name[0] == 1 < second.name[1] - second.name[0]
    head = tokens[mention.first].lower.split()[0]
    serves = head in _KIN or (head in _SERVE and first <= other)
    small = tokens[mention.name[0] - 1]
    of_body = mention.name[0] > mention.first and small.flags & BODY and not small.capital
    return first < other or first == 0 or lone or serves or bool(of_body or second.aliases)


def _strength(tokens: Sequence[Token], name: tuple[int, int], usage: Usage) -> int:
    return sum(
        bool(token.flags & NAME) or token.lower in usage.solo for token in tokens[name[0] : name[1]]
    )


def _opens_role(token: Token) -> bool:
    return bool(token.flags & (ROLE | ARTICLE | MODIFIER | GROUP))


def _is_post(tokens: Sequence[Token], name: tuple[int, int]) -> bool:
    """Whether a post in small letters stands before a full name: somebody else."""
    before = tokens[name[0] - 1]
    return name[1] - name[0] > 1 and bool(before.flags & ROLE) and not before.capital


def _is_affiliation(tokens: Sequence[Token], second: Mention) -> bool:
    """Whether what looks like a second name is the place of work: "warga Desa Sukamaju"."""
    assert second.name
    if second.role and _is_post(tokens, second.name):
        return False
    named = sum(bool(token.flags & NAME) for token in tokens[second.name[0] : second.name[1]])
    if not tokens[second.first].capital:
        return named == 0
    body = second.role and any(t.flags & BODY for t in tokens[second.role[0] : second.role[1]])
    return named < 2 or bool(body)
