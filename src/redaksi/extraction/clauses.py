"""Asks whether words are a clause, and where the words told begin and end."""

from __future__ import annotations

from collections.abc import Sequence

from redaksi.extraction.lexicon.flags import (
    ADDRESSEE,
    ADJUNCT,
    ASKED,
    BETWEEN,
    CLAUSE,
    DAY,
    LINK,
    NOUN,
    OPENER,
    RELATIVE,
    REQUEST,
    STRONG,
    THAT,
    TO,
    TOPIC,
    VERB,
)
from redaksi.extraction.tokens import BRACKET, MARK, QUOTE, WORD, Token
from redaksi.extraction.wordlists import word_set
from redaksi.extraction.words import is_verb

_LOOK = 28
_ASKING = frozenset({"bertanya", "menanyakan"})
_QUESTIONS = word_set("apakah mengapa kenapa bagaimana siapa kapan berapa apa")
_STOPS = frozenset(".?!")
_ENDING = frozenset(".?!…,;:-–—")


def content_start(tokens: Sequence[Token], cue: int, last: int) -> tuple[int, tuple[int, int]]:
    """Where the words told begin after the cue, and the adjunct that stands before them."""
    index = cue + 1
    found = _that(tokens, index, last)
    if found is not None:
        return found + 1, (index, found)
    if index + 2 < last and _is_manner(tokens, index):
        index += 1
    if index < last and tokens[index].text in (",", ":"):
        index += 1
        if index < last and tokens[index].flags & (ADJUNCT | DAY) and _is_time(tokens, index):
            comma = _next_comma(tokens, index, min(last, index + 14))
            if comma is not None:
                return comma + 1, (index, comma)
        return index, (index, index)
    if index < last and tokens[index].flags & ADDRESSEE:
        comma = _next_comma(tokens, index, min(last, index + 14))
        if comma is not None:
            return comma + 1, (index, comma)
    return index, (index, index)


def _is_manner(tokens: Sequence[Token], index: int) -> bool:
    """Whether a word tells how it was said, before a quotation: "menjawab singkat, ..."."""
    how = tokens[index].flags & (BETWEEN | ADJUNCT) and not tokens[index].flags & (DAY | ADDRESSEE)
    return bool(how) and tokens[index + 1].text in ",:" and tokens[index + 2].kind is QUOTE


def request_start(tokens: Sequence[Token], cue: int, last: int) -> int:
    """Where the words asked for begin: at the one who is asked, or after "agar"."""
    index = cue + 1
    while index < last and (
        tokens[index].flags & (TO | THAT | ADDRESSEE) or tokens[index].text == ","
    ):
        index += 1
    return index


def _that(tokens: Sequence[Token], first: int, last: int) -> int | None:
    for index in range(first, min(last, first + _LOOK)):
        token = tokens[index]
        if token.flags & THAT:
            return index
        if index == first and not (
            token.flags & (ADJUNCT | DAY | ADDRESSEE | TOPIC | NOUN | OPENER) or token.text == ","
        ):
            return None
        if token.flags & VERB and token.kind is WORD:
            return None
    return None


def _is_time(tokens: Sequence[Token], index: int) -> bool:
    return bool(tokens[index].flags & (DAY | ADDRESSEE)) or (
        index + 1 < len(tokens) and bool(tokens[index + 1].flags & DAY)
    )


def _next_comma(tokens: Sequence[Token], first: int, last: int) -> int | None:
    for index in range(first, last):
        if tokens[index].text in (",", ":"):
            return index
    return None


def content_end(tokens: Sequence[Token], first: int, last: int) -> int:
    """Where the words told end: at the end of the sentence, without its last marks."""
    if last - first > 2 and tokens[last - 1].kind is BRACKET and tokens[last - 2].text in _STOPS:
        last -= 1  # Initials: "... berkala. (rif)".
    while last > first and tokens[last - 1].kind is MARK and tokens[last - 1].text[0] in _ENDING:
        last -= 1
    return last


def is_clause(tokens: Sequence[Token], cue: int, first: int, last: int) -> bool:
    """Whether the words from `first` tell something, and not only what was talked about."""
    if last - first == 1 and tokens[cue].lower == "mengaku" and tokens[first].kind is WORD:
        return True
    if last - first < 2 and not (last > first and tokens[first].kind is QUOTE):
        return False
    head = tokens[first]
    told = first > cue + 1
    if any(_is_own_predicate(token) for token in tokens[first:last]):
        return True
    if tokens[cue].lower in _ASKING and not any(
        token.lower in _QUESTIONS for token in tokens[first : first + 12]
    ):
        return False
    if not told and head.flags & (TOPIC | RELATIVE):
        strong = tokens[cue].flags & STRONG and not head.flags & RELATIVE
        return bool(strong) and has_predicate(tokens, first + 1, last)
    if (tokens[cue].flags & STRONG and last - first >= 3) or (told and last - first >= 3):
        return True
    return has_predicate(tokens, first, last)


def _is_own_predicate(token: Token) -> bool:
    """Whether the source's own words in marks go on a clause: «the plan "goes too far"»."""
    if token.kind is not QUOTE:
        return False
    words = token.text.strip("\"“”„‟«»'‘’ ")
    return words[:1].islower() and len(words.split()) > 2


def is_request(tokens: Sequence[Token], cue: int, first: int, last: int) -> bool:
    """Whether the words from `first` ask for something to be done."""
    if last - first < 2 or tokens[first].flags & ASKED:
        return False
    if any(token.flags & (TO | THAT) for token in tokens[cue + 1 : first]):
        return True
    return has_predicate(tokens, first, last, request=True)


def has_predicate(tokens: Sequence[Token], first: int, last: int, *, request: bool = False) -> bool:
    """Whether there is a verb that is not inside a relative clause."""
    relative = False
    for token in tokens[first : min(last, first + _LOOK)]:
        if token.flags & RELATIVE:
            relative = True
        elif token.text == ",":
            relative = False
        elif request and token.flags & TO:
            return True
        elif token.kind is WORD and (token.flags & CLAUSE or is_verb(token)):
            if not relative:
                return True
            relative = False
    return False


def skip_openers(tokens: Sequence[Token], first: int, last: int) -> int:
    """The first token after connectives like "Sebab," at the head of a clause."""
    index = first
    while index < last:
        token = tokens[index]
        if (token.kind is MARK and token.text in ",-–—:;") or (
            token.kind is WORD
            and token.flags & (OPENER | LINK)
            and _stands_off(tokens, index, last)
        ):
            index += 1
        else:
            break
    return index


def _stands_off(tokens: Sequence[Token], index: int, last: int) -> bool:
    return index + 1 >= last or tokens[index + 1].text == "," or bool(tokens[index].flags & OPENER)


def has_words(tokens: Sequence[Token], first: int, last: int) -> bool:
    """Whether there is at least a word or a quotation."""
    return any(token.kind in (WORD, QUOTE, BRACKET) for token in tokens[first:last])


def is_request_cue(token: Token) -> bool:
    """Whether the word asks for something."""
    return bool(token.flags & REQUEST)
