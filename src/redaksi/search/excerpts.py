"""Shows where in a text the words that were looked for stand."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

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
    spans: list[tuple[int, int]] = []
    written: list[str] = []
    stemmed: list[str] = []
    for start, end, word in spans_of(whole):
        spans.append((start, end))
        written.append(as_written(word))
        stemmed.append(stem(word, language))
        if len(spans) == LOOKED_THROUGH:
            break
    hits: dict[int, int] = {}
    for number, phrase in enumerate(phrases):
        for tokens in (written, stemmed):
            for at in _found(phrase, tokens):
                hits.setdefault(at, number)
    return _Marked(whole, spans, hits)


def _found(phrase: Phrase, tokens: list[str]) -> Iterator[int]:
    wanted, length = phrase.tokens, len(phrase.tokens)
    for at in range(len(tokens) - length + 1):
        there = tokens[at : at + length]
        if tuple(there) == wanted or (phrase.is_prefix and _begins(there, wanted)):
            yield from range(at, at + length)


def _begins(there: list[str], wanted: tuple[str, ...]) -> bool:
    return tuple(there[:-1]) == wanted[:-1] and there[-1].startswith(wanted[-1])


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
