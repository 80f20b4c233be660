"""Finds the speaker phrase in front of a word of saying: "Budi, Ketua RT, juga mengatakan"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from redaksi.extraction.lexicon.flags import (
    ADJUNCT,
    AFTER,
    ALIAS,
    ARTICLE,
    BETWEEN,
    BODY,
    DAY,
    DENIED,
    DENYING,
    GROUP,
    HONORIFIC,
    LINK,
    MODIFIER,
    NAME,
    OPENER,
    POINTING,
    PRONOUN,
    RANK,
    RELATIVE,
    REPORT,
    ROLE,
    THAT,
    THING,
    VERB,
)
from redaksi.extraction.mentions import Mention, Source, read_mention
from redaksi.extraction.naming import Usage
from redaksi.extraction.tokens import BRACKET, MARK, QUOTE, WORD, Token
from redaksi.extraction.wordlists import word_set
from redaksi.extraction.words import is_verb

_FARTHEST = 60
_NOT = frozenset({"tidak", "tak", "nggak", "gak"})
_THROUGH = frozenset({"melalui", "lewat"})
_PREPOSITIONS = word_set("antara oleh dari kepada dengan bagi untuk pada of by with between to for")
_SELVES = word_set("kami kita saya aku gue we i you")
_FROM = word_set("dari asal from of")
_BY = word_set("by oleh")
_LONGEST_REPORT = 7
_LONGEST_RELATIVE = 9
_WHICH = word_set("which whom")
_JOINS = word_set("dan tetapi tapi namun serta sambil seraya sembari and but while")


@dataclass(frozen=True, slots=True)
class Subject:
    """The speaker phrase before a verb; `around` is the adjunct between the two, in tokens."""

    mention: Mention
    around: tuple[int, int]
    certain: bool


def find_subject(tokens: Sequence[Token], first: int, verb: int, usage: Usage) -> Subject | None:
    """The speaker phrase that is the subject of the verb at `verb`; None also when denied."""
    near = verb
    while near > first and _may_stand_between(tokens[near - 1]):
        near -= 1
        denied = tokens[near].flags & DENIED and not tokens[near].flags & BETWEEN
        if denied and not (tokens[verb].flags & DENYING and tokens[near].lower in _NOT):
            return None
    if near == first:
        return None
    if tokens[near - 1].flags & PRONOUN and not _governed(tokens, near - 1, first):
        return Subject(Mention(near - 1, near, Source.PRONOUN), (near, near), True)
    if near > first + 2 and tokens[near - 1].lower in _JOINS:
        return _of_first_verb(tokens, first, near, usage)
    if tokens[near - 1].flags & RELATIVE:
        return _nearest(tokens, first, near, usage)
    inner = _inside_relative(tokens, first, near, usage)
    if inner is not None:
        return inner
    for start in _starts(tokens, max(first, near - _FARTHEST), near):
        mention = _read(tokens, start, near, usage)
        if (
            mention
            and _speaks(tokens, mention)
            and _only_adjunct(tokens, mention.last, near)
            and not _nearer_name(tokens, mention.last, near, usage)
        ):
            return Subject(_with_aside(tokens, mention, near), (mention.last, near), True)
    return _nearest(tokens, first, near, usage)


def _inside_relative(
    tokens: Sequence[Token], first: int, near: int, usage: Usage
) -> Subject | None:
    """The subject of a relative clause of its own: "cuts, which the council says ..."."""
    for index in range(near - 2, max(first, near - _LONGEST_RELATIVE), -1):
        if tokens[index].kind is MARK or tokens[index].flags & VERB:
            return None
        if tokens[index].lower in _WHICH:
            mention = read_mention(tokens, index + 1, near, usage)
            if mention and mention.last == near and _speaks(tokens, mention):
                return Subject(mention, (near, near), True)
            return None
    return None


def _governed(tokens: Sequence[Token], index: int, first: int) -> bool:
    """Whether a preposition stands before a pronoun: "di antara keduanya"."""
    if index <= first:
        return False
    before = tokens[index - 1]
    return before.lower in _PREPOSITIONS


def _of_first_verb(tokens: Sequence[Token], first: int, near: int, usage: Usage) -> Subject | None:
    """The subject that a second verb shares: "NATO menolak itu tetapi mengatakan ..."."""
    for start in _starts(tokens, max(first, near - _FARTHEST), near - 1):
        mention = read_mention(tokens, start, near - 1, usage)
        if mention and _speaks(tokens, mention):
            return Subject(mention, (near, near), True)
    return None


def _may_stand_between(token: Token) -> bool:
    if token.kind is not WORD or (token.capital and not token.flags & DENIED):
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
            (token.kind is not WORD and token.kind is not BRACKET)
            or token.lower in _THROUGH
            or (bool(token.flags & (OPENER | THAT | RELATIVE)) and not token.flags & (NAME | ALIAS))
        )


def _may_begin(token: Token) -> bool:
    if token.flags & (HONORIFIC | PRONOUN | NAME):
        return True
    return not token.flags & (OPENER | THAT | ADJUNCT | RELATIVE)


def _speaks(tokens: Sequence[Token], mention: Mention) -> bool:
    """Whether what the phrase names can speak."""
    head = tokens[mention.first]
    if head.lower in _SELVES:
        return False
    if head.flags & REPORT:
        return mention.source is Source.BODY and mention.last - mention.first > 1
    if head.flags & THING and not head.flags & GROUP:
        lone = mention.last - mention.first == 1
        if (lone and not head.flags & NAME) or tokens[mention.last - 1].flags & POINTING:
            return False
    if mention.source is Source.BODY and head.flags & THING and not head.flags & (BODY | GROUP):
        return False
    return mention.name is not None or not (head.flags & THING and not head.flags & GROUP)


def _only_adjunct(tokens: Sequence[Token], first: int, last: int) -> bool:
    """Whether between speaker and verb stands nothing, or only a phrase of place or time."""
    if first >= last:
        return True
    token = tokens[first]
    if token.text == "," and tokens[last - 1].text == "," and last - first > 2:
        return not any(t.flags & THAT for t in tokens[first:last])
    if token.kind is MARK and token.text in ",-–—" and first + 1 < last:
        token = tokens[first + 1]
    elif token.kind is MARK and token.text != ",":
        return False
    if any(
        t.flags & (VERB | THAT) and t.kind is WORD and not t.capital for t in tokens[first:last]
    ):
        closed = tokens[last - 1].text == "," and not tokens[first].flags & (VERB | AFTER)
        return bool(token.flags & RELATIVE) or closed
    if token.kind is MARK:
        return True
    return (
        bool(token.flags & (ADJUNCT | BETWEEN | DAY | RELATIVE | ALIAS) or token.kind is BRACKET)
        or token.lower in _FROM
        or token.text[0].isdigit()
    )


def _with_aside(tokens: Sequence[Token], mention: Mention, near: int) -> Mention:
    """Take the words between two commas for the role: "Siti, ibu dari korban, mengaku"."""
    first = mention.last + 1
    if mention.name is None or mention.role or near - first < 2 or tokens[mention.last].text != ",":
        return mention
    if tokens[near - 1].text == "," and tokens[first].flags & ROLE and not tokens[first].capital:
        return replace(mention, role=(first, near - 1))
    return mention


def report_maker(tokens: Sequence[Token], start: int, limit: int) -> int | None:
    """Where the maker of a report is named: behind "by" of "a 2018 review by the council"."""
    heads = tokens[start : min(limit, start + _LONGEST_REPORT)]
    report = next((n for n, t in enumerate(heads, start=start) if t.flags & REPORT), None)
    if report is None or any(not _is_before_report(t) for t in tokens[start:report]):
        return None
    for index in range(report + 1, min(limit - 1, report + _LONGEST_REPORT)):
        if tokens[index].lower in _BY:
            return index + 1
        if tokens[index].kind is not WORD or tokens[index].flags & VERB:
            return None
    return None


def _is_before_report(token: Token) -> bool:
    return bool(token.flags & (ARTICLE | MODIFIER)) or token.text.isdigit() or not token.capital


def _read(tokens: Sequence[Token], start: int, near: int, usage: Usage) -> Mention | None:
    """The phrase at `start`; of a report, the body that made it."""
    maker = report_maker(tokens, start, near)
    if maker is not None:
        body = read_mention(tokens, maker, near, usage)
        if body is not None and any(t.capital for t in tokens[body.first : body.last]):
            return replace(body, first=start)
    if tokens[start].flags & REPORT and start + 1 < near:
        body = read_mention(tokens, start + 1, near, usage)
        if body is not None and tokens[body.first].capital:
            return replace(body, first=start, source=Source.BODY, name=None, role=None)
    return read_mention(tokens, start, near, usage)


def _nearer_name(tokens: Sequence[Token], first: int, near: int, usage: Usage) -> bool:
    """Whether another speaker stands behind the last comma: "Sehari sebelumnya, Meutia ..."."""
    if tokens[first].lower in _THROUGH:
        other = read_mention(tokens, first + 1, near, usage)
        if other is not None and other.name is not None and near - other.last <= 1:
            return True
    comma = near - 1
    while comma >= first and tokens[comma].text != ",":
        comma -= 1
    if comma < first or comma == near - 1:
        return False
    token = tokens[comma + 1]
    if token.flags & (ADJUNCT | DAY) and not token.flags & NAME:
        return False
    other = read_mention(tokens, comma + 1, near, usage)
    return other is not None and other.last == near and other.name is not None


def _nearest(tokens: Sequence[Token], first: int, near: int, usage: Usage) -> Subject | None:
    """The phrase that ends at the verb, where the grammar of the sentence is unclear."""
    index = near
    if index > first and tokens[index - 1].text == ",":
        index -= 1
    if index > first and tokens[index - 1].flags & RELATIVE:
        index -= 1
    end = index
    while index > first and end - index < 14 and _part_of_phrase(tokens, index - 1, end):
        index -= 1
    while index < end and (
        tokens[index].flags & (OPENER | LINK) and not tokens[index].flags & NAME
    ):
        index += 1
    if index >= end:
        return None
    if tokens[index].flags & MODIFIER and not tokens[index].flags & (ROLE | GROUP | BODY | NAME):
        return None
    mention = read_mention(tokens, index, end, usage)
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
    return bool(
        token.flags & (ROLE | MODIFIER | GROUP | BODY | LINK | ALIAS | RANK | HONORIFIC | ARTICLE)
    )
