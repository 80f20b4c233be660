"""Shows where in a text the words that were looked for stand."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice

from redaksi.search.engine import Phrase
from redaksi.search.entries import as_written
from redaksi.search.stems import stem
from redaksi.search.words import composed, folded, spans_of

#: Where a word begins and ends, and its tokens.
_Word = tuple[int, int, tuple[str, ...]]

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
    words = list(islice(_words_of(whole, language), LOOKED_THROUGH))
    sought = _by_first_token(phrases)
    hits: dict[int, int] = {}
    for at, (_start, _end, tokens) in enumerate(words):
        for number, phrase in (
            candidate for token in tokens if token in sought for candidate in sought[token]
        ):
            if _stands_at(at, phrase, words):
                for hit in range(at, at + len(phrase)):
                    hits[hit] = min(number, hits.get(hit, number))
    return _Marked(whole, [(start, end) for start, end, _tokens in words], hits)


def _words_of(text: str, language: str) -> Iterator[_Word]:
    for start, end, word in spans_of(text):
        tokens = _tokens_of(word, language)
        if tokens:
            yield start, end, tokens


@lru_cache(maxsize=KEPT)
def _tokens_of(word: str, language: str) -> tuple[str, ...]:
    """Return what the index keeps of a word: as written, and its stem; nothing for no word."""
    plain = folded(word)
    return (as_written(plain), stem(plain, language)) if plain else ()


def _by_first_token(phrases: Iterable[Phrase]) -> dict[str, list[tuple[int, tuple[str, ...]]]]:
    sought: dict[str, list[tuple[int, tuple[str, ...]]]] = {}
    for number, phrase in enumerate(phrases):
        sought.setdefault(phrase.tokens[0], []).append((number, phrase.tokens))
    return sought


def _stands_at(at: int, phrase: tuple[str, ...], words: Sequence[_Word]) -> bool:
    there = words[at : at + len(phrase)]
    return len(there) == len(phrase) and all(
        token in tokens for token, (_start, _end, tokens) in zip(phrase, there, strict=True)
    )


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
