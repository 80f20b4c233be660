"""Finds the stem of a word, so that *mengumumkan* finds *umumkan* and *pengumuman*.

In Python and not in the database, so that every engine finds the same.
"""

from __future__ import annotations

from functools import lru_cache

from simplemma import is_known, lemmatize

from redaksi.search.words import KEPT, folded

LANGUAGES = ("id", "en")
#: What stands at the end of Indonesian words without being part of them.
PARTICLES = ("kah", "lah", "tah", "pun", "nya")
#: Letters that must remain of a word that no dictionary knows.
SHORTEST_REST = 4


@lru_cache(maxsize=KEPT)
def stem(word: str, language: str) -> str:
    """Return the stem of a folded word; the word itself in a language that is not known here."""
    if language not in LANGUAGES or word.isdecimal():
        return word
    if language == "id":
        word = _without_particle(word)
    return folded(lemmatize(word, language)) or word


def open_dictionaries() -> None:
    """Read the dictionaries, which the first word of each language would have to wait for."""
    for language in LANGUAGES:
        stem("kata", language)


def stems(words: list[str], language: str) -> list[str]:
    """Return the stem of each word."""
    return [stem(word, language) for word in words]


def _without_particle(word: str) -> str:
    if not word.endswith(PARTICLES) or is_known(word, "id"):
        return word
    rest = word[:-3]
    if len(rest) >= SHORTEST_REST or (rest and is_known(rest, "id")):
        return rest
    # "Pun" stands alone as well.
    return word
