"""Makes small sets of words."""

from __future__ import annotations


def word_set(words: str) -> frozenset[str]:
    """The words of a line, set off by space."""
    return frozenset(words.split())
