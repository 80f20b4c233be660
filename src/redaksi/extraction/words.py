"""Small questions about single words."""

from __future__ import annotations

import re

from redaksi.extraction.lexicon.flags import (
    BODY,
    CLAUSE,
    GROUP,
    MODIFIER,
    PLACE,
    POINTING,
    ROLE,
    VERBAL,
)
from redaksi.extraction.tokens import WORD, Token
from redaksi.extraction.wordlists import word_set

_VERB = re.compile(r"(?:me(?:m|n|ng|ny|l|r|w|y)\w{3,}|ber\w{3,}|di\w{4,}|ter\w{4,})$")
_NUMERAL = re.compile(r"[IVXL]+$")
_ABBREVIATIONS = word_set(
    "drs dra dr ir prof h hj kh st jl jln no tn ny sdr moh muh m mohd ust rev hon gov gen sen rep"
    " tbk mr mrs ms jr lt col sgt capt st. dpl ing drg tgk abd mgr"
    " jan feb mar apr aug sept oct nov dec"
)
_NOUNLIKE = ROLE | MODIFIER | BODY | GROUP | PLACE


def is_initial(token: Token) -> bool:
    """Whether a full stop after this word does not end a sentence: "M", "Dr", "L.P"."""
    text = token.text
    if token.kind is not WORD:
        return False
    if len(text) == 1:
        return text.isalpha() and text.isupper()
    return (token.lower in _ABBREVIATIONS and token.capital) or token.lower in (
        "dr",
        "drg",
        "jl",
        "no",
        "hlm",
        "tbk",
    )


def is_acronym(token: Token) -> bool:
    """Whether the word is written in capitals: "KPK"."""
    return len(token.text) > 1 and token.text.isupper() and token.text.isalpha()


def is_possessive(token: Token) -> bool:
    """Whether the word says whose: "Portugal's"."""
    return token.capital and token.text.endswith(("'s", "’s"))


def is_numeral(token: Token) -> bool:
    """Whether the word is a Roman number."""
    return bool(_NUMERAL.match(token.text))


def is_verb(token: Token) -> bool:
    """Whether the word is shaped like a verb or known as one."""
    if token.kind is not WORD or token.capital:
        return False
    if token.flags & POINTING:
        return False
    if token.flags & (CLAUSE | VERBAL):
        return True
    return bool(_VERB.match(token.lower)) and not token.flags & _NOUNLIKE
