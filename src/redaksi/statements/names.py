"""Names of speakers, compared: what is the same name, and what only looks like it."""

from __future__ import annotations

import re
import unicodedata
from difflib import SequenceMatcher

#: However a keyboard or a program writes it: Ma'ruf.
APOSTROPHES = str.maketrans(dict.fromkeys("’‘ʼ´`", "'"))
WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
#: How alike, from 0 to 1, the letters of two names are that may be one misspelt.
ALIKE = 0.86
#: The same of one word of a name whose other words are equal.
WORDS_ALIKE = 0.65
#: Names of one word are compared as a whole.
SHORTEST_SURNAME = 3
#: Letters of a key that the register keeps.
LONGEST_KEY = 200


def name_key(name: str) -> str:
    """Return what two spellings of a name share, as far as the register keeps it."""
    return key_of_words(name)[:LONGEST_KEY].strip()


def key_of_words(text: str) -> str:
    """Return the words of a text without case, accents and signs."""
    plain = unicodedata.normalize("NFKD", text.casefold().translate(APOSTROPHES))
    plain = "".join(sign for sign in plain if not unicodedata.combining(sign))
    return " ".join(WORD.findall(plain))


def are_similar(one: str, other: str) -> bool:
    """Whether two keys may be one person's: a part of the other, its initials, or misspelt."""
    if not one or not other or one == other:
        return bool(one) and one == other
    shorter, longer = sorted((one.split(), other.split()), key=len)
    if set(shorter) <= set(longer):
        return len(shorter) > 1 or len(shorter[0]) >= SHORTEST_SURNAME
    if _are_initials(shorter, longer) or _is_one_word_misspelt(shorter, longer):
        return True
    return SequenceMatcher(None, one, other).ratio() >= ALIKE


def _are_initials(shorter: list[str], longer: list[str]) -> bool:
    """Whether both have the same last word and begin alike: "s lavrov" and "sergey lavrov"."""
    if len(shorter) < 2 or shorter[-1] != longer[-1]:
        return False
    return shorter[0][0] == longer[0][0] and (len(shorter[0]) == 1 or len(longer[0]) == 1)


def _is_one_word_misspelt(one: list[str], other: list[str]) -> bool:
    """Whether all words are the same but one that begins alike: "hartono" and "hartanto"."""
    if len(one) != len(other) or len(one) < 2:
        return False
    left = [pair for pair in zip(one, other, strict=True) if pair[0] != pair[1]]
    if len(left) != 1 or left[0][0][0] != left[0][1][0]:
        return False
    return SequenceMatcher(None, *left[0]).ratio() >= WORDS_ALIKE


def parts_of_name(key: str) -> list[str]:
    """Return the words of a key by which similar names are looked for."""
    return [word for word in key.split() if len(word) >= SHORTEST_SURNAME]
