"""Scores found statements against annotated ones, by the rules of the evaluation texts.

A found and an annotated statement match when the F1 of the word positions they cover is at least
one half; matching is one to one, best first. The speaker is right when all words of the full name
(of a body: of one of its names) are there, and no others but titles, role and mention.
"""

from __future__ import annotations

import json
import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from redaksi.extraction import Statement, extract

Gold = dict[str, Any]
"""One annotated statement, as it stands in the JSON Lines of the texts."""
WORD = re.compile(r"\w+")
HALF = 0.5
TITLES = frozenset(
    """pak bapak bu ibu sdr saudara mas mbak gus kiai kyai ustaz ustadz haji hajah h hj dr drs ir
    prof profesor sh mh se msi mr mrs ms miss sir lord dame dato datuk seri tan sri md mhum phd
    the a an dan and of presiden president menteri minister st mt mm mba mkes mpd spd sag skom
    sip ssos sp spb spog sppd spa spjp kbd jr""".split()  # noqa: SIM905
)


@dataclass
class Score:
    """Counts over some articles."""

    articles: int = 0
    clean: int = 0
    gold: int = 0
    found: int = 0
    matched: int = 0
    speakers: int = 0
    ticked: int = 0
    ticked_right: int = 0
    fields: Counter[str] = field(default_factory=Counter)
    fields_asked: Counter[str] = field(default_factory=Counter)

    @property
    def span(self) -> float:
        """F1 of the words."""
        return f1(self.matched, self.found, self.gold)

    @property
    def speaker(self) -> float:
        """F1 of words with the speaker's full name."""
        return f1(self.speakers, self.found, self.gold)

    @property
    def role(self) -> float:
        """Share of right roles where a matched statement has one."""
        return self.fields["role"] / max(1, self.fields_asked["role"])

    @property
    def precision(self) -> float:
        """Share of ticked statements whose words and speaker are right."""
        return self.ticked_right / max(1, self.ticked)

    @property
    def coverage(self) -> float:
        """Share of found statements that are ticked."""
        return self.ticked / max(1, self.found)


def f1(right: int, found: int, gold: int) -> float:
    """The harmonic mean of precision and recall."""
    return 2 * right / (found + gold) if found + gold else 1.0


def read_texts(path: Path) -> list[Gold]:
    """The annotated articles of a file of JSON Lines."""
    with path.open(encoding="utf-8") as lines:
        return [json.loads(line) for line in lines if line.strip()]


def score(articles: Iterable[Gold], language: str) -> Score:
    """Extract from every article and compare."""
    total = Score()
    for article in articles:
        compare(article, extract(article["text"], language), total)
    return total


def compare(article: Gold, found: Sequence[Statement], total: Score) -> None:
    """Add one article to the counts."""
    table = [match.span() for match in WORD.finditer(article["text"])]
    gold = article["statements"]
    pairs = match_spans(
        [covered(table, g["start"], g["end"]) for g in gold],
        [covered(table, s.start, s.end) for s in found],
    )
    right = {j for i, j in pairs if speaker_is_right(gold[i], found[j].speaker)}
    total.articles += 1
    total.gold += len(gold)
    total.found += len(found)
    total.matched += len(pairs)
    total.speakers += len(right)
    total.clean += len(right) == len(gold) == len(found)
    total.ticked += sum(s.confident for s in found)
    total.ticked_right += sum(found[j].confident for j in right)
    for i, j in pairs:
        _count_fields(gold[i], found[j], total)


def _count_fields(gold: Gold, found: Statement, total: Score) -> None:
    total.fields_asked["kind"] += 1
    total.fields["kind"] += gold["kind"] == found.kind.value
    for name in ("cue", "role", "addressee_or_channel", "when"):
        if gold.get(name):
            total.fields_asked[name] += 1
            total.fields[name] += alike(gold[name], getattr(found, name) or "") >= HALF


def covered(table: Sequence[tuple[int, int]], start: int, end: int) -> frozenset[int]:
    """The numbers of the words that a stretch of text touches."""
    return frozenset(n for n, (a, b) in enumerate(table) if a < end and b > start)


def match_spans(
    gold: Sequence[frozenset[int]], found: Sequence[frozenset[int]]
) -> list[tuple[int, int]]:
    """Pairs of gold and found, best first, each used once."""
    candidates = sorted(
        (-f1(len(a & b), len(a), len(b)), i, j)
        for i, a in enumerate(gold)
        for j, b in enumerate(found)
        if a & b and f1(len(a & b), len(a), len(b)) >= HALF
    )
    pairs: list[tuple[int, int]] = []
    for _, i, j in candidates:
        if all(i != a and j != b for a, b in pairs):
            pairs.append((i, j))
    return pairs


def words(text: str | None) -> list[str]:
    """The words of a text, folded."""
    return WORD.findall(unicodedata.normalize("NFKC", text or "").lower())


def alike(one: str, other: str) -> float:
    """F1 of two bags of words."""
    a, b = Counter(words(one)), Counter(words(other))
    return f1(sum((a & b).values()), a.total(), b.total())


def speaker_is_right(gold: Gold, speaker: str | None) -> bool:
    """Whether the full name was found, with nothing foreign to it."""
    said = words(speaker)
    names = [gold["speaker"] or "", *(gold.get("aliases") or [])]
    allowed = TITLES | {*words(gold.get("role")), *words(gold.get("speaker_mention"))}
    if gold.get("speaker_type", "person") == "person":
        allowed |= {word for name in names for word in words(name)}
        names = names[:1]
    return any(_is_name(words(name), said, allowed) for name in names)


def _is_name(name: list[str], said: list[str], allowed: frozenset[str] | set[str]) -> bool:
    need = [word for word in name if word not in TITLES and len(word) > 1] or name
    if not need:
        return not said
    fits = all(word in need or word in allowed or len(word) == 1 for word in said)
    return set(need) <= set(said) and fits
