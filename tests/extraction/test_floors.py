"""What the engine finds in our own texts does not fall below the floors.

The floors stand in `floors.toml`. Raise them when the engine gets better; never lower them.
"""

from __future__ import annotations

import tomllib
from functools import lru_cache
from pathlib import Path

import pytest

from tests.extraction.scoring import Score, read_texts, score

HERE = Path(__file__).parent
FLOORS = tomllib.loads((HERE / "floors.toml").read_text(encoding="utf-8"))


@lru_cache
def figures(language: str) -> Score:
    """The score on all texts of a language."""
    return score(read_texts(HERE / "texts" / f"{language}.jsonl"), language)


@pytest.mark.parametrize(
    ("language", "figure"), [(lang, figure) for lang in FLOORS for figure in FLOORS[lang]]
)
def test_no_figure_falls_below_its_floor(language: str, figure: str) -> None:
    reached = getattr(figures(language), figure)

    assert reached >= FLOORS[language][figure], f"{language} {figure}: {reached:.3f}"
