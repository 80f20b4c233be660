"""Shows where in a text the words that were looked for stand."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice

from redaksi.search.engine import Phrase
from redaksi.search.entries import as_written
from redaksi.search.stems import stem
from redaksi.search.words import composed, spans_of

#: Words of an excerpt, and of them before the first hit.
LENGTH = 36
BEFORE = 6
#: Words of a long text that are looked through.
LOOKED_THROUGH = 4000


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
    """Which words are hits, and of which phrase."""


def highlight(text: str, phrases: Iterable[Phrase], language: str) -> list[Piece]:
    """Return the whole text in pieces, hits apart."""
    marked = _mark(text, phrases, language)
    return list(_pieces(marked, 0, len(marked.text)))


def excerpt(text: str, phrases: Iterable[Phrase], language: str) -> list[Piece]:
    """Return the part of the text in which most of the phrases stand, hits apart."""
    marked = _mark(text, phrases, language)
    first = _best_start(marked)
    last = min(first + LENGTH, len(marked.spans)) - 1
    if last < 0:
        return []
    is_end = last == len(marked.spans) - 1
    end = len(marked.text) if is_end and last < LOOKED_THROUGH - 1 else marked.spans[last][1]
    start = marked.spans[first][0] if first else 0
    pieces = list(_pieces(marked, start, end))
    before = [Piece("… ")] if start else []
    after = [Piece(" …")] if end < len(marked.text) else []
    return [*before, *pieces, *after]


def _mark(text: str, phrases: Iterable[Phrase], language: str) -> _Marked:
    whole = composed(text)
    words = list(islice(spans_of(whole), LOOKED_THROUGH))
    written = [as_written(word) for _start, _end, word in words]
    stemmed = [stem(word, language) for _start, _end, word in words]
    hits: dict[int, int] = {}
    for number, phrase in enumerate(phrases):
        for tokens in (written, stemmed):
            for at in _found(phrase.tokens, tokens):
                hits.setdefault(at, number)
    return _Marked(whole, [(start, end) for start, end, _word in words], hits)


def _found(wanted: tuple[str, ...], tokens: list[str]) -> Iterator[int]:
    """Yield the place of each token that belongs to the phrase."""
    at = -1
    for _ in range(tokens.count(wanted[0])):
        at = tokens.index(wanted[0], at + 1)
        if tuple(tokens[at : at + len(wanted)]) == wanted:
            yield from range(at, at + len(wanted))


def _best_start(marked: _Marked) -> int:
    """Return the word with which the excerpt begins that shows the most different phrases."""
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
