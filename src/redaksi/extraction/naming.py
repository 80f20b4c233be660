"""Decides where in a run of capitals the role or body ends and the name begins."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from redaksi.extraction.lexicon.flags import (
    ARTICLE,
    BODY,
    COMMON,
    DEGREE,
    FAMILIAR,
    GROUP,
    HONORIFIC,
    KNOWN_BODY,
    MODIFIER,
    NAME,
    PLACE,
    RANK,
    RELATION,
    ROLE,
    TERRITORIAL,
)
from redaksi.extraction.tokens import WORD, Token
from redaksi.extraction.wordlists import word_set
from redaksi.extraction.words import is_acronym, is_initial, is_numeral


@dataclass(frozen=True, slots=True)
class Usage:
    """How one article uses words with capitals: alone as a name, or as a place ("di Wringin")."""

    solo: frozenset[str] = frozenset()
    places: frozenset[str] = frozenset()
    alone: frozenset[str] = frozenset()
    """Words with a capital that stand alone somewhere inside a sentence."""
    known: frozenset[int] = frozenset()
    """Where in the text the full names begin that the newsroom knows."""


NO_USAGE = Usage()

_LEADS = ROLE | HONORIFIC | RANK | GROUP | ARTICLE
_SOLO = 3.0
_PLACE = 2.0
_OF_BODY = 3.0
_DEGREE = 4.0
_OF_PLACE = 2.2
_INCOMPLETE = word_set("pt cv rs rsud rsup rsia sd smp sma smk sdn smpn sman smkn uin iain tk")
_OFFICES = word_set(
    "komisi majelis dewan badan dinas biro direktorat pengadilan kejaksaan kejari kejati fraksi tim"
    " satgas panitia komite inspektorat kementerian balai polsek polres polda"
)
"""Bodies that are not named after people: "Komisi Mohammad" is no commission."""
_UNKNOWN = 0.7
_BY_LENGTH = {0: -0.4, 1: -0.3, 2: 0.6, 3: 0.6, 4: 0.2}
_VERY_LONG = -1.0


def split_point(tokens: Sequence[Token], first: int, run: int, end: int, usage: Usage) -> int:
    """The index of the first token of the name; `end` when the phrase holds no name.

    The phrase is `tokens[first:end]`, its last run of capitals begins at `run`.
    """
    if run >= end:
        return end
    known = [index for index in range(run, end) if tokens[index].start in usage.known]
    if known:
        return known[-1]
    head = first
    while head < run and (
        tokens[head].flags & (GROUP | ARTICLE) and not tokens[head].flags & (ROLE | BODY)
    ):
        head += 1
    if tokens[head].flags & (BODY | KNOWN_BODY) and not _has_bearer(tokens, head, end):
        return end
    led = any(token.flags & _LEADS for token in tokens[first:run])
    lowest = run
    for index in range(run, end):
        address = tokens[index].flags & (HONORIFIC | RANK) and (index + 1 < end or index == run)
        middle = (
            (len(tokens[index].text) == 1 or tokens[index].flags & FAMILIAR)
            and index > run
            and tokens[index - 1].flags & (NAME | PLACE) == NAME
        )
        if address and not middle and not _part_of_name(tokens, index, end):
            familiar = tokens[index].flags & FAMILIAR and index + 2 == end
            lowest = index if familiar else index + 1
    while lowest < end and tokens[lowest].kind is not WORD:
        lowest += 1
    led = led or lowest > run or bool(tokens[run].flags & _LEADS)
    if not led:
        inside = [
            k
            for k in range(run, end - 1)
            if tokens[k].flags & ROLE and not tokens[k].flags & NAME and k > run
        ]
        lowest = inside[-1] + 1 if inside else lowest
        led = bool(inside)
    if tokens[first].flags & RELATION and run > first:
        return end
    weights = [
        _weight(token, usage, opens=index == run)
        for index, token in enumerate(tokens[run:end], start=run)
    ]
    for index in range(max(run, first + 1), end):
        office = tokens[index].flags & NAME and tokens[index - 1].lower in _OFFICES
        if _wants_name(tokens[index - 1]) and tokens[index].kind is WORD and not office:
            weights[index - run] += _OF_BODY
        elif tokens[index - 1].flags & TERRITORIAL and not tokens[index].flags & NAME:
            weights[index - run] += _OF_PLACE
    places = range(lowest, end + 1) if led else (run, end)
    return max(places, key=lambda place: _score(tokens, weights, run, place, end))


def _has_bearer(tokens: Sequence[Token], first: int, end: int) -> bool:
    """Whether a phrase that begins with a body goes on to a person: "Polda X Kombes Y"."""
    rest = tokens[first + 1 : end]
    if any(token.flags & (HONORIFIC | RANK) for token in rest):
        return True
    if any(_is_post(one, after) for one, after in pairwise(rest)):
        return True
    names = sum(bool(token.flags & NAME) for token in rest)
    return names > 1 or (names == 1 and any(token.flags & ROLE for token in rest))


def _is_post(token: Token, after: Token) -> bool:
    """Whether a post in small letters stands before a name: "Council leader Imran Sethi"."""
    return bool(token.flags & ROLE) and not token.capital and after.capital


def _wants_name(token: Token) -> bool:
    """Whether the word begins the name of a body and is none by itself: "RSUD", "Universitas"."""
    if not token.flags & BODY or not token.capital:
        return False
    return not is_acronym(token) or token.lower in _INCOMPLETE


def _part_of_name(tokens: Sequence[Token], index: int, end: int) -> bool:
    return (
        bool(tokens[index].flags & NAME)
        and index + 1 < end
        and bool(tokens[index + 1].flags & NAME)
    )


def _score(tokens: Sequence[Token], weights: list[float], run: int, place: int, end: int) -> float:
    length = sum(token.kind is WORD and not token.flags & DEGREE for token in tokens[place:end])
    prior = _BY_LENGTH.get(length, _VERY_LONG)
    cut = place - run
    return sum(weights[:cut]) - sum(weights[cut:]) + prior


def _weight(token: Token, usage: Usage, *, opens: bool) -> float:
    """How much a word speaks for a role or body (above zero) or for a name (below)."""
    if token.kind is not WORD:
        return 0.0
    flags = token.flags
    if flags & DEGREE and "." in token.text:
        return _DEGREE
    if flags & NAME and not opens:
        return -_SOLO if token.lower in usage.solo else -2.0
    weight = 0.0
    if flags & ROLE:
        weight += 3.0
    if flags & (BODY | KNOWN_BODY):
        weight += 2.5
    if flags & PLACE:
        weight += 2.0
    if flags & MODIFIER:
        weight += 1.5
    if flags & COMMON and not flags & NAME:
        weight += 1.5
    if flags & NAME:
        weight -= 2.0
    elif is_acronym(token) and not flags & DEGREE:
        weight += 1.0 if is_numeral(token) else 2.5
    elif not weight and not is_initial(token):
        weight -= _UNKNOWN
    if token.lower in usage.solo:
        weight -= _SOLO
    elif token.lower.endswith("nya") and not flags & NAME:
        weight += 1.5
    elif token.lower in usage.places and not flags & NAME:
        weight += _PLACE
    return weight
