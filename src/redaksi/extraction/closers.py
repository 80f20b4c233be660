"""Finds the word of saying that follows its words: "..., kata Budi" and "...", Smith said."""

from __future__ import annotations

from collections.abc import Sequence

from redaksi.extraction.findings import Attribution
from redaksi.extraction.lexicon.flags import (
    ADDRESSEE,
    ADJUNCT,
    AFTER,
    ARTICLE,
    BETWEEN,
    CLITIC,
    COMMON,
    DAY,
    DENIED,
    FINDING,
    GROUP,
    LINK,
    MONTH,
    NAME,
    NOUN,
    OPENER,
    POINTING,
    PRONOUN,
    RELATIVE,
    ROLE,
    SOURCE,
    STRONG,
    TELLING,
    THAT,
    TO,
    VERB,
)
from redaksi.extraction.mentions import Mention, Source, read_mention
from redaksi.extraction.naming import Usage
from redaksi.extraction.subjects import find_subject, report_maker
from redaksi.extraction.tokens import BRACKET, MARK, QUOTE, WORD, Token
from redaksi.extraction.wordlists import word_set
from redaksi.extraction.words import is_verb

_LONGEST_SUBJECT = 34
_POSSESSIVE = word_set("his her their its our my")
_OF_STATEMENT = frozenset({"bersama", "resmi", "tertulis", "pers", "dari"})
_FILLERS = frozenset({"demikian", "begitu", "begitulah", "lagi", "itulah"})


def after_quote(tokens: Sequence[Token], quote: int, last: int, usage: Usage) -> Attribution | None:
    """Who is named behind the quotation at `quote`."""
    index = quote + 1
    while index < last and (
        (tokens[index].kind is MARK and tokens[index].text in ",.-–—")
        or tokens[index].lower in _FILLERS
    ):
        index += 1
    if index >= last or tokens[index].kind is not WORD:
        return None
    return verb_first(tokens, index, last, usage) or subject_first(
        tokens, index, last, usage, alone=True
    )


def verb_first(tokens: Sequence[Token], cue: int, last: int, usage: Usage) -> Attribution | None:
    """ "kata Budi", "said Smith", "katanya"; None when the word is no cue here."""
    token = tokens[cue]
    if not token.flags & AFTER:
        return None
    if token.flags & CLITIC:
        return _with_tail(tokens, cue, cue + 1, last, None, clitic=True)
    first = cue + 1
    while first + 1 < last and tokens[first].flags & NOUN and not tokens[first].capital:
        first += 1 + (tokens[first + 1].lower in _OF_STATEMENT)
    mention = read_mention(tokens, first, last, usage)
    if mention is None or not _is_speaker(tokens, mention):
        return None
    if token.flags & VERB and _is_object(tokens, mention.last, last):
        return None
    return _with_tail(tokens, cue, mention.last, last, mention)


def subject_first(
    tokens: Sequence[Token], first: int, last: int, usage: Usage, *, alone: bool
) -> Attribution | None:
    """ "Smith said", "Budi menambahkan" as the tail of a sentence.

    Not `alone`: words stand before it, and the cue has to be the end of what is told.
    """
    cue = _first_cue(tokens, first, last)
    if cue is None or not _closes(tokens, cue, last, alone):
        return None
    subject = find_subject(tokens, first, cue, usage)
    if subject is None or subject.mention.first != first:
        return None
    around = (
        ((subject.around[0], subject.around[1]),) if subject.around[1] > subject.around[0] else ()
    )
    found = _with_tail(tokens, cue, cue + 1, last, subject.mention)
    return Attribution(first, found.last, cue, subject.mention, False, around + found.around)


def _is_object(tokens: Sequence[Token], index: int, last: int) -> bool:
    """Whether what follows "said" is no speaker but begins the words told: "said the water was"."""
    if index >= last or tokens[index].kind is not WORD or tokens[index].capital:
        return False
    return is_verb(tokens[index]) or bool(tokens[index].flags & (BETWEEN | DENIED | VERB))


def _first_cue(tokens: Sequence[Token], first: int, last: int) -> int | None:
    for index in range(first, min(last, first + _LONGEST_SUBJECT)):
        token = tokens[index]
        if token.kind is QUOTE:
            return None
        finds = token.flags & FINDING and report_maker(tokens, first, index) is not None
        if (
            (token.flags & (AFTER | VERB) or finds)
            and token.kind is WORD
            and not token.capital
            and index > first
        ):
            return None if token.flags & CLITIC else index
    return None


def _closes(tokens: Sequence[Token], cue: int, last: int, alone: bool) -> bool:
    """Whether nothing is told behind the cue."""
    if cue + 1 >= last:
        return True
    after = tokens[cue + 1]
    if tokens[cue].flags & TELLING:
        return _only_listener(tokens, cue + 1, last)
    if after.kind is QUOTE:
        return alone
    if after.text == ":" and cue + 2 < len(tokens) and tokens[cue + 2].kind is QUOTE:
        return alone
    if after.kind is MARK:
        return after.text in ".,;:-–—!?" if not alone else after.text in ".,;-–—!?"
    if after.flags & THAT:
        return False
    return bool(after.flags & (ADJUNCT | DAY | BETWEEN)) and not after.flags & PRONOUN


def _only_listener(tokens: Sequence[Token], first: int, last: int) -> bool:
    """Whether behind "told" stands only who listened: "..., Smith told AFP on Monday."."""
    listener = read_mention(tokens, first, last)
    if listener is None:
        return False
    after = _behind_number(tokens, listener.last, last)
    return (
        after >= last
        or tokens[after].kind in (MARK, QUOTE)
        or bool(tokens[after].flags & (ADJUNCT | DAY) and not tokens[after].flags & TO)
    )


def _behind_number(tokens: Sequence[Token], index: int, last: int) -> int:
    """Past the number of a station: "told Channel 9"."""
    while index < last and tokens[index].text.isdigit():
        index += 1
    return index


def _is_speaker(tokens: Sequence[Token], mention: Mention) -> bool:
    head = tokens[mention.first]
    if head.flags & ARTICLE and head.lower in _POSSESSIVE:
        return mention.name is not None
    if mention.source in (Source.PERSON, Source.PRONOUN, Source.GROUP):
        return True
    if head.capital or mention.points_back:
        return True
    return bool(head.flags & (ROLE | GROUP))


def _with_tail(
    tokens: Sequence[Token],
    cue: int,
    end: int,
    last: int,
    mention: Mention | None,
    *,
    clitic: bool = False,
) -> Attribution:
    """Add the adjuncts behind cue and speaker: up to the words that go on, or all."""
    tail = tail_end(tokens, end, last)
    around = ((end, tail),) if tail > end else ()
    if tokens[cue].flags & TELLING and mention is not None and mention.last <= cue:
        listener = read_mention(tokens, end, last)
        if listener is not None:
            tail = tail_end(tokens, _behind_number(tokens, listener.last, last), last)
            around = ((cue, tail),)
    first = min(cue, mention.first) if mention else cue
    return Attribution(first, tail, cue, mention, clitic, around)


def tail_end(tokens: Sequence[Token], first: int, last: int) -> int:
    """Where the adjuncts that begin at `first` end: a quotation, or words told again."""
    index = first
    while index < last:
        token = tokens[index]
        if token.kind is QUOTE:
            return index
        if (
            token.text in ",–—-"
            and index + 1 < last
            and not _adjunct_follows(tokens, index + 1, last)
        ):
            return index
        if index == first and token.kind is WORD and not _is_adjunct(token):
            return index
        if token.flags & THAT or token.text in ";:" or _new_clause(tokens, index, first):
            return index
        index += 1
    return last


def _adjunct_follows(tokens: Sequence[Token], index: int, last: int) -> bool:
    token = tokens[index]
    if token.kind is QUOTE:
        return False
    if token.kind is not WORD:
        return True
    if token.text[0].isdigit():
        month = index + 1 < last and tokens[index + 1].flags & MONTH
        return bool(month) or _closes_place(tokens, index, last)
    if token.flags & (SOURCE | PRONOUN):
        return False
    if token.flags & (ADJUNCT | DAY | RELATIVE | ADDRESSEE):
        return not _new_clause(tokens, index, index - 1)
    return token.capital and _closes_place(tokens, index, last)


def _in_address(token: Token) -> bool:
    return token.capital or token.text[0].isdigit()


def _closes_place(tokens: Sequence[Token], index: int, last: int) -> bool:
    """Whether words with capitals are all that stands up to the next mark: "..., Jakarta, ..."."""
    while index < last and tokens[index].kind is WORD and _in_address(tokens[index]):
        index += 1
    return index >= last or tokens[index].kind is not WORD or _is_adjunct(tokens[index])


def _is_adjunct(token: Token) -> bool:
    return (
        bool(token.flags & (ADJUNCT | DAY | RELATIVE | BETWEEN | ADDRESSEE))
        or token.kind is BRACKET
    )


def _new_clause(tokens: Sequence[Token], index: int, first: int) -> bool:
    """Whether "setelah Moskow mengatakan ..." begins here: words that someone else told."""
    if index <= first or not tokens[index].flags & OPENER or tokens[index].capital:
        return False
    for token in tokens[index + 1 : index + 8]:
        if token.flags & VERB and token.kind is WORD and not token.capital:
            return True
        if token.kind is not WORD:
            return False
    return False


def in_commas(
    tokens: Sequence[Token], first: int, last: int, usage: Usage, *, english: bool
) -> Attribution | None:
    """The first attribution in the stretch that stands behind a comma or a connective."""
    for index in range(first, last):
        token = tokens[index]
        if token.kind is QUOTE:
            continue
        if token.flags & AFTER and _stands_apart(tokens, index, first):
            found = verb_first(tokens, index, last, usage)
            if found and _fits(tokens, found, index):
                return found
        if english and index > first and tokens[index - 1].text in (",", "–", "—"):
            found = subject_first(tokens, index, last, usage, alone=False)
            if found:
                return found
    return None


def _stands_apart(tokens: Sequence[Token], index: int, first: int) -> bool:
    if index == first:
        return True
    before = tokens[index - 1]
    if before.kind is MARK:
        return before.text in ",–—-"
    return bool(before.flags & (OPENER | LINK)) and before.kind is WORD and index - first <= 3


def _fits(tokens: Sequence[Token], found: Attribution, index: int) -> bool:
    """Whether a doubtful cue like "lanjut" or "tutup" has a person behind it."""
    if found.clitic:
        return bool(tokens[index].flags & STRONG)
    mention = found.mention
    assert mention
    if mention.source is Source.GROUP:
        return not tokens[index].flags & COMMON or tokens[index].lower in ("kata", "ujar", "said")
    head = tokens[mention.first]
    return bool(
        mention.source is Source.PRONOUN
        or head.capital
        or head.flags & (ROLE | NAME | POINTING | GROUP)
    )
