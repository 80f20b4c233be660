"""Takes text apart into the words that are indexed and looked for."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from itertools import islice

#: Letters of a word that count; a longer one is an address or nonsense.
LONGEST_WORD = 64
#: Words kept in memory by each process; a large archive has a few hundred thousand.
KEPT = 300_000

# "Jum'at" and "governor's" are one word; "buku-buku" and "covid-19" are two.
_WORD = re.compile(r"[^\W_]+(?:['’ʼ][^\W_]+)*")
_WITHOUT_APOSTROPHES = str.maketrans("", "", "'’ʼ")


def words_of(text: str) -> list[str]:
    """Return the words of a text in order: lower case, no accents, letters and digits only."""
    return [word for found in _WORD.findall(composed(text)) if (word := folded(found))]


def written_words(text: str) -> list[str]:
    """Return the words of a composed text as they stand there.

    A few are letters that come to nothing when they are folded.
    """
    return _WORD.findall(text)


def spans_of(text: str, first: int = 0, last: int | None = None) -> list[tuple[int, int]]:
    """Return where the words of a composed text begin and end, or those from one up to another."""
    return [found.span() for found in islice(_WORD.finditer(text), first, last)]


def composed(text: str) -> str:
    """Return the text with letter and accent as one character (Unicode NFC)."""
    return text if text.isascii() else unicodedata.normalize("NFC", text)


@lru_cache(maxsize=KEPT)
def folded(word: str) -> str:
    """Return a word as it is compared: without case, accents and apostrophes."""
    if not word.isalnum():
        word = word.translate(_WITHOUT_APOSTROPHES)
    if word.isascii():
        return word[:LONGEST_WORD].lower()
    apart = unicodedata.normalize("NFKD", word.casefold())
    return "".join(letter for letter in apart if letter.isalnum())[:LONGEST_WORD]
