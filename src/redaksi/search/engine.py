"""The small interface behind which an engine keeps the index and answers."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass, replace
from typing import Protocol

from redaksi.search.entries import Entry, Traits


class TooSlow(Exception):
    """The engine needed more time than a search may take."""


@dataclass(frozen=True)
class Phrase:
    """Tokens that follow each other; the last one may be only a beginning."""

    tokens: tuple[str, ...]
    is_prefix: bool = False
    in_headline: bool = False
    """Whether the words must stand there; for stems alone."""


@dataclass(frozen=True)
class Wanted:
    """What a story must have to be found."""

    all_of: tuple[tuple[Phrase, ...], ...]
    """Of each group one phrase at least; there is at least one group."""
    none_of: tuple[Phrase, ...] = ()
    since: int | None = None
    """The first place that is looked at."""
    before: int | None = None
    """The first place that is not looked at any more."""
    with_drafts: bool = False

    def behind(self, place: int) -> Wanted:
        """Return the same without what is at a place or newer."""
        nearest = place if self.before is None else min(place, self.before)
        return replace(self, before=nearest)


@dataclass(frozen=True)
class Hit:
    """A story that was found."""

    key: int
    place: int


class Engine(Protocol):
    """Keeps entries and finds them; what it writes belongs to the transaction around it."""

    def create(self) -> None:
        """Make its tables where they are not there."""

    def drop(self) -> None:
        """Take its tables away."""

    def put(self, entries: Sequence[Entry]) -> None:
        """Keep the entries in place of those with the same keys."""

    def remove(self, keys: Iterable[int]) -> None:
        """Forget the stories with these keys."""

    def newest(self, wanted: Wanted, *, most: int) -> list[Hit]:
        """Return what was found, newest first."""

    def traits(self, wanted: Wanted, *, most: int) -> list[tuple[Hit, Traits]]:
        """Return what was found, newest first, with its traits."""

    def settle(self) -> None:
        """Put the index in order after many changes."""

    def limit(self, seconds: float) -> AbstractContextManager[None]:
        """Let nothing inside take longer; raise TooSlow when it would."""
