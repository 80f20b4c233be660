"""Reads what somebody typed into the search field."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from redaksi.search.engine import Phrase
from redaksi.search.entries import as_written
from redaksi.search.stems import LANGUAGES, stems
from redaksi.search.words import words_of

#: Characters and words of one search; a pasted page is none.
LONGEST = 300
MOST_TERMS = 20

_QUOTES = str.maketrans("“”„‟«»＂", '"' * 7)
_TERM = re.compile(r'(?P<minus>(?<!\S)[-−])?(?:"(?P<exact>[^"]*)"?|(?P<loose>[^\s"]+))')


class NotAQuery(ValueError):
    """What was typed cannot be looked for."""


class TooLong(NotAQuery):
    """More characters than ``LONGEST``."""


class TooManyTerms(NotAQuery):
    """More words and phrases than ``MOST_TERMS``."""


class OnlyExclusions(NotAQuery):
    """Everything typed says what is not wanted."""


@dataclass(frozen=True)
class Term:
    """One word, or words in quotation marks, taken apart."""

    words: tuple[str, ...]
    is_exact: bool = False

    @property
    def phrases(self) -> tuple[Phrase, ...]:
        """What a story must have of it: these words exactly, or their stems in some language."""
        if self.is_exact:
            return (Phrase(tuple(map(as_written, self.words))),)
        in_languages = (stems(list(self.words), language) for language in LANGUAGES)
        return tuple(dict.fromkeys(Phrase(tuple(found)) for found in in_languages))

    @property
    def in_headline(self) -> tuple[Phrase, ...]:
        """What the headline of a story has that is about this: the stems, one after the other."""
        loose = replace(self, is_exact=False)
        return tuple(replace(phrase, in_headline=True) for phrase in loose.phrases)

    @property
    def beginning(self) -> Phrase:
        """Stands for every word that begins as the last one does."""
        return Phrase(tuple(map(as_written, self.words)), is_prefix=True)


@dataclass(frozen=True)
class Query:
    """What must be in a story, and what must not."""

    wanted: tuple[Term, ...] = ()
    unwanted: tuple[Term, ...] = ()

    def groups(self, *, is_unfinished: bool = False) -> tuple[tuple[Phrase, ...], ...]:
        """Return for each term the phrases of which a story must have one.

        Of an unfinished query the last word may be the beginning of one.
        """
        found = [term.phrases for term in self.wanted]
        if is_unfinished and found and not self.wanted[-1].is_exact:
            found[-1] = (*found[-1], self.wanted[-1].beginning)
        return tuple(found)

    @property
    def refused(self) -> tuple[Phrase, ...]:
        """The phrases that a story must not have."""
        return tuple(phrase for term in self.unwanted for phrase in term.phrases)


def read_query(text: str) -> Query:
    """Return what is asked for: words, "exact words", -without.

    Anything else in the text is passed over: signs mean nothing, a quotation mark that is never
    closed reaches to the end.

    Raises:
        TooLong, TooManyTerms: for more than anybody types.
        OnlyExclusions: if there are words, but all of them are unwanted.
    """
    if len(text) > LONGEST:
        raise TooLong
    wanted: list[Term] = []
    unwanted: list[Term] = []
    for found in _TERM.finditer(text.translate(_QUOTES)):
        words = words_of(found["exact"] or found["loose"] or "")
        if words:
            terms = unwanted if found["minus"] else wanted
            terms.append(Term(tuple(words), is_exact=found["exact"] is not None))
    if len(wanted) + len(unwanted) > MOST_TERMS:
        raise TooManyTerms
    if unwanted and not wanted:
        raise OnlyExclusions
    return Query(tuple(wanted), tuple(unwanted))
