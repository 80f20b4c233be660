"""Invents text of realistic length: words, sentences, paragraphs, headlines."""

from __future__ import annotations

import random
from dataclasses import dataclass, field

SYLLABLES = [first + second for first in "bdghjklmnprstwy" for second in "aiueo"]
WORDS = 4000
PARAGRAPHS = 1500


@dataclass
class Words:
    """A vocabulary in which few words are common, and paragraphs made of it (HTML)."""

    dice: random.Random
    vocabulary: list[str] = field(init=False)
    paragraphs: list[str] = field(init=False)

    def __post_init__(self) -> None:
        self.vocabulary = ["".join(self.dice.choices(SYLLABLES, k=3)) for _ in range(WORDS)]
        self._weights = [1 / (rank + 3) for rank in range(WORDS)]
        self.paragraphs = [self._paragraph() for _ in range(PARAGRAPHS)]

    def some(self, number: int) -> list[str]:
        """Return words, common ones more often."""
        return self.dice.choices(self.vocabulary, self._weights, k=number)

    def sentence(self, number: int) -> str:
        """Return a sentence without its full stop."""
        return " ".join(self.some(number)).capitalize()

    def _paragraph(self) -> str:
        lengths = self.dice.choices(range(8, 22), k=self.dice.randint(2, 4))
        sentences = ". ".join(self.sentence(length) for length in lengths)
        return f"<p>{sentences}.</p>"
