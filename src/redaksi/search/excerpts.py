"""Shows where in a text the words that were looked for stand."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from operator import contains

from redaksi.search.engine import Phrase
from redaksi.search.entries import as_written
from redaksi.search.stems import stem
from redaksi.search.words import composed, folded, spans_of, written_words

_Tokens = tuple[str, ...]

#: Words of an excerpt, and of them before the first hit.
LENGTH = 36
BEFORE = 6
#: Words of a long text that are looked through.
LOOKED_THROUGH = 4000
#: Words whose tokens each process keeps; an archive has more, but hardly a day's readers.
KEPT = 50_000


@dataclass(frozen=True)
class Piece:
    """Some characters of a text; as plain text, never as HTML."""

    text: str
    is_hit: bool = False


def highlight(text: str, terms: Sequence[Sequence[Phrase]], language: str) -> list[Piece]:
    """Return the whole text in pieces, hits apart; a term is the phrases any of which is a hit."""
    whole = composed(text)
    hits = _hits([_tokens_of(word, language) for word in written_words(whole)], terms)
    return list(_pieces(whole, spans_of(whole) if hits else [], hits, 0, len(whole)))


def excerpt(text: str, terms: Sequence[Sequence[Phrase]], language: str) -> list[Piece]:
    """Return the part of the text in which most of the terms stand, hits apart."""
    whole = composed(text)
    words = written_words(whole)
    looked_at = words[:LOOKED_THROUGH]
    hits = _hits([_tokens_of(word, language) for word in looked_at], terms)
    first = _best_start(hits, len(looked_at))
    spans = spans_of(whole, first, first + LENGTH)
    if not spans:
        return []
    start = spans[0][0] if first else 0
    end = len(whole) if first + len(spans) == len(words) else spans[-1][1]
    inside = {at - first: term for at, term in hits.items() if first <= at < first + len(spans)}
    pieces = list(_pieces(whole, spans, inside, start, end))
    before = [Piece("… ")] if start else []
    after = [Piece(" …")] if end < len(whole) else []
    return [*before, *pieces, *after]


def _hits(words: Sequence[_Tokens], terms: Sequence[Sequence[Phrase]]) -> dict[int, int]:
    """Return which words are hits, and of which term."""
    sought = _by_first_token(terms)
    hits: dict[int, int] = {}
    for at, tokens in enumerate(words):
        for token in tokens:
            for number, phrase in sought.get(token, ()):
                if _stands_at(at, phrase, words):
                    for hit in range(at, at + len(phrase)):
                        hits[hit] = min(number, hits.get(hit, number))
    return hits


@lru_cache(maxsize=KEPT)
def _tokens_of(word: str, language: str) -> _Tokens:
    """Return what the index keeps of a word: as written, and its stem; nothing for no word."""
    plain = folded(word)
    return (as_written(plain), stem(plain, language)) if plain else ()


def _by_first_token(
    terms: Sequence[Sequence[Phrase]],
) -> dict[str, list[tuple[int, _Tokens]]]:
    sought: dict[str, list[tuple[int, _Tokens]]] = {}
    for number, phrases in enumerate(terms):
        for phrase in phrases:
            sought.setdefault(phrase.tokens[0], []).append((number, phrase.tokens))
    return sought


def _stands_at(at: int, phrase: _Tokens, words: Sequence[_Tokens]) -> bool:
    there = words[at : at + len(phrase)]
    return len(there) == len(phrase) and all(map(contains, there, phrase))


def _best_start(hits: Mapping[int, int], number: int) -> int:
    """Return the word with which the excerpt begins that shows the most different terms."""
    best, most = 0, 0
    for at in hits:
        inside = {hits[other] for other in range(at, at + LENGTH) if other in hits}
        if len(inside) > most or (len(inside) == most and at < best):
            best, most = at, len(inside)
    start = max(0, best - BEFORE)
    return max(0, min(start, number - LENGTH))


def _pieces(
    text: str, spans: Sequence[tuple[int, int]], hits: Mapping[int, int], start: int, end: int
) -> Iterator[Piece]:
    at = start
    for number in sorted(hits):
        first, last = spans[number]
        if first > at:
            yield Piece(text[at:first])
        yield Piece(text[first:last], is_hit=True)
        at = last
    if at < end:
        yield Piece(text[at:end])
