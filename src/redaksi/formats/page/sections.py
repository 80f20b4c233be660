"""Proposes the section from what stands on the page: a category line, a path, a bare kicker."""

from __future__ import annotations

import re
from collections.abc import Sequence

from redaksi.formats.page.breadcrumbs import breadcrumb
from redaksi.formats.page.guesses import Guess
from redaksi.formats.page.headlines import same_headline
from redaksi.formats.page.vocabulary import SECTIONS

_CATEGORY = re.compile(r"(?:category|kategori|rubrik|kanal|section)\s?:\s?(.{1,80})", re.IGNORECASE)
_MOST_WORDS = 4


def named_section(lines: Sequence[str], headline: str | None) -> Guess | None:
    """The section that a line of the page names outright: "Kategori: Dunia" or a breadcrumb."""
    for line in lines:
        category = _CATEGORY.fullmatch(line)
        if category:
            return Guess(category[1].split(" | ")[0].strip(), "category_line", 0.9)
    for line in lines:
        steps = [s for s in breadcrumb(line) if not headline or not same_headline(s, headline)]
        if steps:
            return Guess(steps[-1], "breadcrumb", 0.8)
    return None


def section_line(before_headline: Sequence[str]) -> Guess | None:
    """The section that a bare line above the headline may mean: never sure.

    It may as well be the heading of a news ticker, so an editor has to confirm it.
    """
    for line in reversed(before_headline):
        if is_section_like(line):
            known = line.lower() in SECTIONS
            return Guess(line, "section_line", 0.45 if known and not line.isupper() else 0.35)
    return None


def is_section_like(line: str) -> bool:
    """Whether a line is a short upper-case one, or the usual name of a section."""
    words = line.split()
    if line.lower() in SECTIONS:
        return True
    has_letters = any(c.isalpha() for c in line)
    return line.isupper() and has_letters and len(words) <= _MOST_WORDS and len(line) <= 40
