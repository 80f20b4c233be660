"""The scorer itself: what matches, and when a speaker is right."""

from __future__ import annotations

from pathlib import Path

import pytest

from redaksi.extraction import extract
from tests.extraction.scoring import Gold, Score, compare, match_spans, speaker_is_right

TEXT = 'Ketua RT Budi Santoso datang. "Air naik sejak pagi," kata Budi.'
GOLD: Gold = {
    "kind": "direct",
    "start": TEXT.index("Air"),
    "end": TEXT.index("pagi") + 4,
    "speaker": "Budi Santoso",
    "speaker_mention": "Budi",
    "role": "Ketua RT",
    "cue": "kata",
}


def test_a_right_statement_counts_everywhere() -> None:
    total = Score()

    compare({"text": TEXT, "statements": [GOLD]}, extract(TEXT), total)

    assert (total.span, total.speaker, total.role, total.clean) == (1.0, 1.0, 1.0, 1)


def test_nothing_found_is_nothing_right() -> None:
    total = Score()

    compare({"text": TEXT, "statements": [GOLD]}, [], total)

    assert (total.span, total.speaker, total.clean) == (0.0, 0.0, 0)


def test_each_statement_is_matched_once() -> None:
    assert match_spans([frozenset({1, 2})], [frozenset({1, 2}), frozenset({1, 2, 3})]) == [(0, 0)]


@pytest.mark.parametrize(
    ("speaker", "right"),
    [
        ("Budi Santoso", True),
        ("Ketua RT Budi Santoso", True),
        ("Pak Budi Santoso", True),
        ("Budi", False),
        ("Budi Santoso dan Ani", False),
        (None, False),
    ],
)
def test_the_full_name_and_no_other(speaker: str | None, right: bool) -> None:
    assert speaker_is_right(GOLD, speaker) is right


def test_the_floors_name_figures_that_exist() -> None:
    import tomllib

    floors = tomllib.loads((Path(__file__).parent / "floors.toml").read_text(encoding="utf-8"))

    assert all(hasattr(Score(), figure) for figures in floors.values() for figure in figures)
