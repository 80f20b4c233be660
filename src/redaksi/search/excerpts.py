"""Shows where in a text the words that were looked for stand."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice

from redaksi.search.engine import Phrase
from redaksi.search.entries import as_written
from redaksi.search.stems import stem
from redaksi.search.words import composed, folded, spans_of

#: Where a word begins and ends, and its tokens.
_Word = tuple[int, int, tuple[str, ...]]
#: Of a first token, the number of the term and the phrase that begins so.
_Sought = Mapping[str, Sequence[tuple[int, tuple[str, ...]]]]

#: Words of an excerpt, and of them before the first hit.
LENGTH = 36
BEFORE = 6
#: Words of a long text that are looked through, and at a time.
LOOKED_THROUGH, PIECE = 4000, 100
#: Words whose tokens each process keeps; an archive has more, but hardly a day's readers.
KEPT = 50_000


@dataclass(frozen=True)
class Piece:
    """Some characters of a text; as plain text, never as HTML."""

    text: str
    is_hit: bool = False


@dataclass(frozen=True)
class _Marked:
    text: str
    spans: list[tuple[int, int]]
    hits: dict[int, int]
    """Which words are hits, and of which term."""
    is_whole: bool
    """Whether every word of the text was looked at."""


def highlight(text: str, terms: Sequence[Sequence[Phrase]], language: str) -> list[Piece]:
    """Return the whole text in pieces, hits apart."""
    marked = _mark(text, terms, language)
    return list(_pieces(marked, 0, len(marked.text)))


def excerpt(text: str, terms: Sequence[Sequence[Phrase]], language: str) -> list[Piece]:
    """Return the part of the text in which most of the terms stand, hits apart.

    A term is the phrases any of which is a hit. The text is looked through up to the first
    stretch in which all terms stand.
    """
    marked = _mark(text, terms, language, is_enough=True)
    first = _best_start(marked)
    last = min(first + LENGTH, len(marked.spans)) - 1
    if last < 0:
        return []
    is_end = marked.is_whole and last == len(marked.spans) - 1
    end = len(marked.text) if is_end else marked.spans[last][1]
    start = marked.spans[first][0] if first else 0
    pieces = list(_pieces(marked, start, end))
    before = [Piece("… ")] if start else []
    after = [Piece(" …")] if end < len(marked.text) else []
    return [*before, *pieces, *after]


def _mark(
    text: str, terms: Sequence[Sequence[Phrase]], language: str, *, is_enough: bool = False
) -> _Marked:
    whole = composed(text)
    sought = _by_first_token(terms)
    words = spans_of(whole)
    seen: list[_Word] = []
    hits: dict[int, int] = {}
    size, is_found = (PIECE if is_enough else LOOKED_THROUGH), not terms
    # One piece more than needed, for the words that follow.
    while len(seen) < LOOKED_THROUGH and not is_found and (piece := list(islice(words, size))):
        looked_at = max(0, len(seen) - LENGTH)
        is_found = _are_together(hits, looked_at - size, len(terms))
        seen += [
            (start, end, tokens)
            for start, end, word in piece
            if (tokens := _tokens_of(word, language))
        ]
        _find(seen, looked_at, sought, hits)
    is_whole = next(words, None) is None
    return _Marked(whole, [(start, end) for start, end, _tokens in seen], hits, is_whole)


def _find(words: Sequence[_Word], start: int, sought: _Sought, hits: dict[int, int]) -> None:
    for at in range(start, len(words)):
        for token in words[at][2]:
            for number, phrase in sought.get(token, ()):
                if _stands_at(at, phrase, words):
                    for hit in range(at, at + len(phrase)):
                        hits[hit] = min(number, hits.get(hit, number))


def _are_together(hits: dict[int, int], start: int, number: int) -> bool:
    """Whether an excerpt that begins behind a word can show as many terms as there are."""
    return any(
        len({hits[other] for other in range(at, at + LENGTH) if other in hits}) == number
        for at in hits
        if at >= start
    )


@lru_cache(maxsize=KEPT)
def _tokens_of(word: str, language: str) -> tuple[str, ...]:
    """Return what the index keeps of a word: as written, and its stem; nothing for no word."""
    plain = folded(word)
    return (as_written(plain), stem(plain, language)) if plain else ()


def _by_first_token(terms: Sequence[Sequence[Phrase]]) -> _Sought:
    sought: dict[str, list[tuple[int, tuple[str, ...]]]] = {}
    for number, phrases in enumerate(terms):
        for phrase in phrases:
            sought.setdefault(phrase.tokens[0], []).append((number, phrase.tokens))
    return sought


def _stands_at(at: int, phrase: tuple[str, ...], words: Sequence[_Word]) -> bool:
    there = words[at : at + len(phrase)]
    return len(there) == len(phrase) and all(
        token in tokens for token, (_start, _end, tokens) in zip(phrase, there, strict=True)
    )


def _best_start(marked: _Marked) -> int:
    """Return the word with which the excerpt begins that shows the most different terms."""
    best, most = 0, 0
    for at in marked.hits:
        inside = {marked.hits[other] for other in range(at, at + LENGTH) if other in marked.hits}
        if len(inside) > most or (len(inside) == most and at < best):
            best, most = at, len(inside)
    start = max(0, best - BEFORE)
    return max(0, min(start, len(marked.spans) - LENGTH))


def _pieces(marked: _Marked, start: int, end: int) -> Iterator[Piece]:
    at = start
    for number in sorted(marked.hits):
        first, last = marked.spans[number]
        if first < at or last > end:
            continue
        if first > at:
            yield Piece(marked.text[at:first])
        yield Piece(marked.text[first:last], is_hit=True)
        at = last
    if at < end:
        yield Piece(marked.text[at:end])
