"""Keeps a statement at its words while a text is edited, or says that they are no longer there.

A statement holds on to its words and to what stands before and after them, never to offsets: these
only decide between places that are alike. Words that changed, or that now stand in two places
between which nothing decides, have no place.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from redaksi.statements.folding import Folded, fold

#: Characters of the surroundings that are kept on either side.
AROUND = 40
#: Characters of the text from which these are taken, so that white space leaves enough.
LOOKED_AT = 4 * AROUND
#: Agreement with the surroundings, in characters, without which short words have no place.
LEAST_AGREEMENT = 8
#: Words this long are not said twice in the same way by chance.
UNMISTAKABLE = 40  # characters


@dataclass(frozen=True)
class Anchor:
    """What a statement holds on to; ``at`` is where it stood last, None if nowhere."""

    words: str
    before: str
    after: str
    at: int | None = None


@dataclass(frozen=True)
class Place:
    """A stretch of a text, in code points."""

    start: int
    end: int


def anchor_at(text: str, place: Place) -> Anchor:
    """Return the anchor of the words at a place."""
    before = fold(text[max(0, place.start - LOOKED_AT) : place.start]).text
    after = fold(text[place.end : place.end + LOOKED_AT]).text
    words = text[place.start : place.end]
    return Anchor(words, before[-AROUND:], after[:AROUND], place.start)


def find_place(anchor: Anchor, text: str, folded: Folded | None = None) -> Place | None:
    """Return where the words of an anchor stand in a text now; None if that cannot be said.

    ``folded`` is the text folded, where that was done before.
    """
    return find_places([anchor], text, folded)[0]


def find_places(
    anchors: Sequence[Anchor], text: str, folded: Folded | None = None
) -> list[Place | None]:
    """Return where the words of each anchor stand; of several at one place the best has it.

    Of those that are as good the first has it.
    """
    folded = folded or fold(text)
    found = [_find(anchor, folded) for anchor in anchors]
    best: dict[Place, tuple[tuple[int, bool], int]] = {}
    for number, one in enumerate(found):
        if one is not None:
            own = (one.rank, -number)
            best[one.place] = max(best.get(one.place, own), own)
    return [
        one.place if one is not None and best[one.place][1] == -number else None
        for number, one in enumerate(found)
    ]


@dataclass(frozen=True)
class _Found:
    place: Place
    rank: tuple[int, bool]
    """How far the surroundings agree, and whether the words stood there before."""


def _find(anchor: Anchor, folded: Folded) -> _Found | None:
    words = fold(anchor.words).text.strip()
    if not words:
        return None
    rated = [
        (_agreement(anchor, folded.text, start, start + len(words)), start)
        for start in _occurrences(words, folded.text)
    ]
    if not rated:
        return None
    best = max(agreement for agreement, _start in rated)
    if best < LEAST_AGREEMENT and not (len(rated) == 1 and len(words) >= UNMISTAKABLE):
        return None
    starts = [start for agreement, start in rated if agreement == best]
    if len(starts) > 1:
        starts = [start for start in starts if folded.origin[start] == anchor.at]
    if len(starts) != 1:
        return None
    place = Place(*folded.span(starts[0], starts[0] + len(words)))
    return _Found(place, (best, place.start == anchor.at))


def _occurrences(words: str, text: str) -> Iterator[int]:
    start = text.find(words)
    while start >= 0:
        if not (_is_cut(text, start) or _is_cut(text, start + len(words))):
            yield start
        start = text.find(words, start + 1)


def _is_cut(text: str, at: int) -> bool:
    """Whether a place lies inside a word."""
    return 0 < at < len(text) and text[at - 1].isalnum() and text[at].isalnum()


def _agreement(anchor: Anchor, text: str, start: int, end: int) -> int:
    before = _alike(reversed(anchor.before), reversed(text[max(0, start - AROUND) : start]))
    return before + _alike(iter(anchor.after), iter(text[end : end + AROUND]))


def _alike(one: Iterator[str], other: Iterator[str]) -> int:
    count = 0
    for left, right in zip(one, other, strict=False):
        if left != right:
            break
        count += 1
    return count
