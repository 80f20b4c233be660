"""Joins lines that a mail program or terminal broke at a fixed width."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

_NARROWEST, _WIDEST = 50, 100
_ENOUGH_LINES = 3
_RAGGED = 8
_BULLETS = ("- ", "* ", "• ", "> ")
_SHARE = 0.7
_SENTENCE_ENDS = (".", "?", "!", "”", '"')
_MOST_SENTENCES = 0.5


def unwrapped(lines: Sequence[str]) -> list[str]:
    """The lines with hard line breaks taken out; unchanged where the text is not wrapped."""
    width = _wrap_width(lines)
    if not width:
        return list(lines)
    joined: list[str] = []
    parts = [lines[0]]
    for line, following in pairwise(lines):
        if not _goes_on(line, following, width):
            joined.append(" ".join(parts))
            parts = []
        parts.append(following)
    return [*joined, " ".join(parts)]


def _wrap_width(lines: Sequence[str]) -> int:
    """The width at which the text was broken, 0 when most running lines do not end there."""
    running = [line.rstrip() for line, following in pairwise(lines) if _both(line, following)]
    if len(running) < _ENOUGH_LINES:
        return 0
    lengths = sorted(map(len, running))
    width = lengths[int(0.95 * (len(lengths) - 1))]
    full = sum(length >= 0.75 * width for length in lengths)
    sentences = sum(line.endswith(_SENTENCE_ENDS) for line in running)
    if not _NARROWEST <= width <= _WIDEST or full < _SHARE * len(running):
        return 0
    return 0 if sentences > _MOST_SENTENCES * len(running) else width


def _both(line: str, following: str) -> bool:
    return bool(line.strip() and following.strip()) and len(line.strip()) >= _NARROWEST // 2


def _goes_on(line: str, following: str, width: int) -> bool:
    """Whether the next line's first word would not have fitted on this one."""
    indented = _indent(following) > _indent(line)
    if not line.strip() or not following.strip() or indented:
        return False
    if following.lstrip().startswith(_BULLETS):
        return False
    first_word = following.split(None, 1)[0]
    return len(line.rstrip()) + 1 + len(first_word) > width - _RAGGED


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip())
