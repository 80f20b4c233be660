"""Chooses the headline among the lines that stand before the body."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from redaksi.formats.page.captions import is_caption
from redaksi.formats.page.prose import stems

_FEWEST, _MOST = 4, 25
_LONGEST = 300
_ADDRESS = re.compile(r"https?://|www\.|\S+@\S+\.\w")


@dataclass(frozen=True)
class Headline:
    """A headline line, its place in the list and how sure it is."""

    text: str
    place: int
    confidence: float


def choose_headline(lines: Sequence[tuple[int, str]], body: Sequence[str]) -> Headline | None:
    """The headline among numbered lines: of 4 to 25 words, sharing words with the body's start.

    Without such a line, the last short one before the body is taken, with little confidence.
    """
    about = stems(" ".join(body[:6]))
    likely = [(place, text) for place, text in lines if _is_likely(text)]
    shared = [(place, text) for place, text in likely if len(stems(text) & about) >= 2]
    if shared:
        return Headline(shared[0][1], shared[0][0], 0.9)
    touching = [(place, text) for place, text in likely if stems(text) & about]
    if touching or likely:
        place, text = (touching or likely)[0]
        return Headline(text, place, 0.75 if touching else 0.6)
    short = [(place, text) for place, text in lines if _is_possible(text)]
    related = [(place, text) for place, text in short if stems(text) & about]
    if not short:
        return None
    place, text = (related or short)[-1]
    return Headline(text, place, 0.6 if related else 0.4)


def same_headline(one: str, other: str) -> bool:
    """Whether two lines are the same headline, whatever their case and punctuation."""
    return bool(_bare(one)) and _bare(one) == _bare(other)


def _bare(text: str) -> str:
    return re.sub(r"[\W_]+", "", text.lower())


def _is_likely(text: str) -> bool:
    return _is_possible(text) and _FEWEST <= len(text.split()) <= _MOST


def _is_possible(text: str) -> bool:
    if len(text) > _LONGEST:
        return False
    ends_well = not text.endswith((".", ":", ",", ";")) or text.endswith("...")
    return ends_well and not _ADDRESS.search(text) and not is_caption(text)
