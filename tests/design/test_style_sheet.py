"""The style sheet: its weight, its tokens, and colours that can be told apart."""

from __future__ import annotations

import gzip
import re
from pathlib import Path

import pytest

import redaksi.design

STATIC = Path(redaksi.design.__file__).parent / "static" / "design"
SHEET = (STATIC / "paper.css").read_text()
TOKENS, RULES = SHEET.split("/* Ground */")
LIMIT = 12_000  # bytes, compressed

TEXT = 4.5  # least contrast of text, WCAG 2.2 AA
SIGN = 3.0  # least contrast of signs and focus rings

PAIRS = [
    ("ink", "paper", TEXT),
    ("ink", "paper-sunk", TEXT),
    ("ink-quiet", "paper", TEXT),
    ("ink-quiet", "paper-sunk", TEXT),
    ("accent", "paper", TEXT),
    ("accent", "paper-sunk", TEXT),
    ("paper", "ink", TEXT),
    ("paid-ink", "paid", TEXT),
    ("focus", "paper", SIGN),
    ("focus", "paper-sunk", SIGN),
    ("rule-firm", "paper", SIGN),
]


def test_the_sheet_is_light() -> None:
    assert len(gzip.compress(SHEET.encode())) < LIMIT


def test_colours_are_named_among_the_tokens_only() -> None:
    raw = re.findall(r"#[0-9a-fA-F]{3,8}\b|\b(?:rgb|hsl|lab|lch|oklch)a?\(", RULES)

    assert raw == []


def test_every_token_used_is_declared_and_every_declared_is_used() -> None:
    declared = set(re.findall(r"(--[\w-]+):", SHEET))
    used = set(re.findall(r"var\((--[\w-]+)\)", SHEET))

    assert used == declared


def test_dark_by_choice_is_dark_by_system() -> None:
    assert colours('[data-theme="dark"]') == colours(':not([data-theme="light"])')


def test_dark_changes_every_colour() -> None:
    light, dark = colours(""), colours('[data-theme="dark"]')

    assert set(light) == set(dark)


@pytest.mark.parametrize("theme", ["", '[data-theme="dark"]'])
@pytest.mark.parametrize(("front", "ground", "least"), PAIRS)
def test_colours_can_be_told_apart(theme: str, front: str, ground: str, least: float) -> None:
    of = colours(theme)

    assert contrast(of[f"--{front}"], of[f"--{ground}"]) >= least


def test_nothing_moves() -> None:
    assert re.findall(r"\b(?:animation|transition|scroll-behavior)\b", SHEET) == []


def test_nothing_is_fetched_from_elsewhere() -> None:
    scripts = (STATIC / "paper.js").read_text()

    assert re.findall(r"@import|url\(|@font-face|https?:", SHEET + scripts) == []


def colours(theme: str) -> dict[str, str]:
    """The colour tokens of a theme, by the end of the selector that sets them."""
    found = re.search(re.escape(f":root{theme} {{") + r"(.*?)\}", TOKENS, re.DOTALL)
    assert found is not None
    return dict(re.findall(r"(--[\w-]+): (#[0-9a-f]{6});", found.group(1)))


def contrast(one: str, other: str) -> float:
    """The contrast of two colours as WCAG 2.2 reckons it, from 1 to 21."""
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def luminance(colour: str) -> float:
    """The relative luminance of a colour, from 0 to 1."""
    parts = [int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5)]
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
