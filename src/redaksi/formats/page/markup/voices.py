"""Asks two libraries for the body of a page, and tells how far two answers agree."""

from __future__ import annotations

import re
from collections.abc import Sequence

import lxml.html

from redaksi.formats.page.lines import tidy
from redaksi.formats.page.markup.blocks import blocks_of

_SHINGLE = 4
_WORD = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\u0e00-\u0e7f]|[^\W_]+")
_CELL = re.compile(r"\s*\|\s*")
_EMPTY = re.compile(
    r"<(a|abbr|b|cite|em|font|i|mark|q|s|small|span|strong|sub|sup|u)\b[^<>]*>(\s*)</\1\s*>", re.I
)


def shingles(lines: Sequence[str]) -> set[tuple[str, ...]]:
    """All runs of four words in these lines; signs count as words where no spaces are used."""
    words = _WORD.findall(" ".join(lines).lower())
    return {tuple(words[i : i + _SHINGLE]) for i in range(max(1, len(words) - _SHINGLE + 1))}


def agreement(one: Sequence[str], other: Sequence[str]) -> float:
    """F1 of the four-word runs of two texts, 0 to 1."""
    if not one or not other:
        return 0.0
    first, second = shingles(one), shingles(other)
    return 2 * len(first & second) / (len(first) + len(second))


def without_empty_marks(html: str) -> str:
    """Return the page without marks inside of lines that hold no text, however deep.

    With the first of two of them trafilatura drops the words that stand between.
    """
    before = None
    while before != html:
        before, html = html, _EMPTY.sub(r"\2", html)
    return html


def by_trafilatura(html: str) -> list[str]:
    """The body as trafilatura sees it, preferring precision."""
    import trafilatura

    page = without_empty_marks(html)
    text = trafilatura.extract(page, favor_precision=True, include_comments=False) or ""
    lines = (_CELL.sub(" ", line.removeprefix("- ")) for line in text.split("\n"))
    return [line for line in map(tidy, lines) if line]


def by_readability(html: str) -> list[str]:
    """The body as readability sees it, in the form that comes with trafilatura."""
    from trafilatura import load_html
    from trafilatura.readability_lxml import Document

    try:
        summary = Document(load_html(html)).summary()
    except Exception:  # whatever it makes of a page that is none: no opinion
        return []
    return [block.text for block in blocks_of(lxml.html.fromstring(summary))]
