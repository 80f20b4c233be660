"""Marks the full names that the newsroom knows before the grammar looks at the words.

"Putri Bupati Sari" or "Muara Siregar" hold words that are roles, places or plain words elsewhere;
who has confirmed the name knows better than the lexicon where it begins and ends.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from redaksi.extraction.entities import words_of
from redaksi.extraction.lexicon.flags import NAME
from redaksi.extraction.statement import KnownPerson
from redaksi.extraction.tokens import WORD, Token


def mark_known_names(
    sentences: Iterable[Sequence[Token]], known: Iterable[KnownPerson]
) -> frozenset[int]:
    """Flag the words of known full names as nothing but names; return where these begin."""
    by_first: dict[str, list[tuple[str, ...]]] = {}
    for person in known:
        words = words_of(person.name)  # Other names may hold roles: "Menko Rafsan".
        if len(words) > 1:
            by_first.setdefault(words[0], []).append(words)
    starts: set[int] = set()
    if not by_first:
        return frozenset()
    for names in by_first.values():
        names.sort(key=len, reverse=True)
    for tokens in sentences:
        for index, token in enumerate(tokens):
            first = words_of(token.text)[:1] if token.kind is WORD and token.capital else ()
            for words in by_first.get(first[0], ()) if first else ():
                last = _end_of(tokens, index, words)
                if last:
                    starts.add(token.start)
                    for part in tokens[index:last]:
                        if part.kind is WORD and part.capital:
                            part.flags = NAME
                    break
    return frozenset(starts)


def _end_of(tokens: Sequence[Token], index: int, words: tuple[str, ...]) -> int | None:
    """The index behind the name that begins at a token; None if it does not stand there."""
    left = list(words)
    while left and index < len(tokens):
        token = tokens[index]
        if token.kind is WORD:
            part = list(words_of(token.text))
            if left[: len(part)] != part:
                return None
            left = left[len(part) :]
        elif token.text != ".":
            return None
        index += 1
    return None if left else index
