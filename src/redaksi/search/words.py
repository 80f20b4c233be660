"""Takes text apart into the words that are indexed and looked for."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

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


def spans_of(text: str) -> Iterator[tuple[int, int, str]]:
    """Yield where each word of a composed text begins and ends, and the word as it stands there.

    A few are letters that come to nothing when they are folded.
    """
    for found in _WORD.finditer(text):
        yield found.start(), found.end(), found.group()


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
