"""Reads interviews that are printed as questions and answers: "Tanya: ...", "Hanafi: ..."."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from redaksi.extraction.layout import Paragraph, Part
from redaksi.extraction.wordlists import word_set

_LABEL = re.compile(r"([A-Z][\w.'’-]{0,20}(?: [A-Z][\w.'’-]{0,20}){0,3}) ?: ?(?=\S)")
_ASKER = word_set("tanya t q question pertanyaan")
_ANSWER = word_set("jawab j a answer jawaban")
_FEWEST = 3


@dataclass(frozen=True, slots=True)
class Turn:
    """What one side says: `label` as printed, None for a plain answer ("Jawab:")."""

    label: str | None
    start: int
    end: int
    asks: bool


def read_turns(text: str, paragraphs: Sequence[Paragraph]) -> list[Turn]:
    """The turns of an interview with labels; none when the article is no such interview."""
    labelled = [(p, _LABEL.match(text, p.start, p.end)) for p in paragraphs]
    counts = Counter(m.group(1) for _, m in labelled if m)
    labels = {label for label, count in counts.items() if count >= 2}
    if len(labels) < 2 or sum(counts[label] for label in labels) < _FEWEST:
        return []
    turns: list[Turn] = []
    for paragraph, match in labelled:
        if match and match.group(1) in labels:
            turns.append(_turn(match, paragraph.end))
        elif turns and paragraph.part is Part.BODY and not _ended(text, turns[-1], paragraph):
            last = turns[-1]
            turns[-1] = Turn(last.label, last.start, paragraph.end, last.asks)
    return _without_tail(text, turns)


def _turn(match: re.Match[str], end: int) -> Turn:
    label = match.group(1)
    bare = label.lower().rstrip(".")
    plain = bare in _ANSWER or bare in _ASKER
    return Turn(None if plain else label, match.end(), end, bare in _ASKER)


def _ended(text: str, turn: Turn, paragraph: Paragraph) -> bool:
    """Whether the interview is over: a further paragraph that follows a question, not an answer."""
    return turn.asks or paragraph.start - turn.end > 3


def _without_tail(text: str, turns: list[Turn]) -> list[Turn]:
    """Cut the paragraphs behind the last turn: nobody says where the interview ended."""
    if not turns:
        return []
    last = turns[-1]
    cut = re.compile(r"\n").search(text, last.start, last.end)
    turns[-1] = Turn(last.label, last.start, cut.start() if cut else last.end, last.asks)
    return turns


def outside(turns: Sequence[Turn], paragraphs: Sequence[Paragraph]) -> list[Paragraph]:
    """The paragraphs that are no part of the interview; both in the order of the text."""
    starts = [turn.start for turn in turns]

    def covered(paragraph: Paragraph) -> bool:
        before = bisect_left(starts, paragraph.end) - 1
        return before >= 0 and turns[before].end > paragraph.start

    return [paragraph for paragraph in paragraphs if not covered(paragraph)]
