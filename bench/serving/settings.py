"""What a run was told: sizes, durations, and where it works."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from bench.serving.archive import Served


@dataclass
class Run:
    """One run of the bench."""

    place: Path
    articles: int
    seconds: float
    """Of each short run under load."""

    rounds: int
    """How often ours and the other are measured in turns."""

    sizes: list[int]
    """Of the archives in which publishing is measured."""

    publishes: int
    whole: bool
    """Whether these archives are pressed as a whole before."""

    minutes: float
    """Of election night."""

    @cached_property
    def served(self) -> Served:
        """The paper that is served, all its pages made."""
        served = Served.at(self.place, self.articles)
        served.press()
        return served

    @cached_property
    def addresses(self) -> list[str]:
        """The addresses of its articles, the newest first."""
        return self.served.addresses(self.articles)

    @cached_property
    def list_of_addresses(self) -> Path:
        """A file of the addresses, one a line."""
        return self.write("addresses", self.addresses)

    def write(self, name: str, lines: list[str]) -> Path:
        """Write a file of lines for a load generator; return where it is."""
        path = self.place / f"{name}.txt"
        path.write_text("\n".join(lines) + "\n", encoding="ascii")
        return path
