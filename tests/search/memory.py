"""An engine in memory: the plainest there can be, and the judge of the others."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager

from redaksi.search.engine import Hit, Phrase, Wanted
from redaksi.search.entries import Entry, Traits


class Memory:
    """Keeps entries in a dictionary and looks at all of them for each question."""

    def __init__(self) -> None:
        self.entries: dict[int, tuple[int, Entry]] = {}

    def create(self) -> None:
        """Need nothing."""

    def drop(self) -> None:
        """Forget everything."""
        self.entries.clear()

    def put(self, entries: Sequence[Entry]) -> None:
        """Keep the entries in place of those with the same keys."""
        self.remove([entry.key for entry in entries])
        for entry in entries:
            place, taken = entry.place, {place for place, _entry in self.entries.values()}
            while place in taken:
                place += 1
            self.entries[entry.key] = (place, entry)

    def remove(self, keys: Iterable[int]) -> None:
        """Forget the stories with these keys."""
        for key in keys:
            self.entries.pop(key, None)

    def newest(self, wanted: Wanted, *, most: int) -> list[Hit]:
        """Return what was found, newest first."""
        return [Hit(entry.key, place) for place, entry in self._found(wanted)[:most]]

    def traits(self, wanted: Wanted, *, most: int) -> list[tuple[Hit, Traits]]:
        """Return what was found, newest first, with its traits."""
        found = self._found(wanted)[:most]
        return [(Hit(entry.key, place), entry.traits) for place, entry in found]

    def settle(self) -> None:
        """Be in order always."""

    @contextmanager
    def limit(self, seconds: float) -> Iterator[None]:
        """Be fast enough."""
        yield

    def _found(self, wanted: Wanted) -> list[tuple[int, Entry]]:
        rows = sorted(self.entries.values(), key=lambda row: -row[0])
        return [(place, entry) for place, entry in rows if suits(entry, place, wanted)]


def suits(entry: Entry, place: int, wanted: Wanted) -> bool:
    """Whether the entry is what is wanted."""
    return (
        (wanted.with_drafts or entry.is_live)
        and (wanted.since is None or place >= wanted.since)
        and (wanted.before is None or place < wanted.before)
        and all(any(has(entry, phrase) for phrase in group) for group in wanted.all_of)
        and not any(has(entry, phrase) for phrase in wanted.none_of)
    )


def has(entry: Entry, phrase: Phrase) -> bool:
    """Whether the tokens stand in one of the entry's texts, one after the other."""
    texts = (entry.title, entry.text, entry.exact, entry.marks)
    texts = texts[:1] if phrase.in_headline else texts
    return any(_follows(text.split(), phrase) for text in texts)


def _follows(tokens: list[str], phrase: Phrase) -> bool:
    *first, last = phrase.tokens
    for at in range(len(tokens) - len(first)):
        *before, end = tokens[at : at + len(first) + 1]
        if before == first and (end == last or (phrase.is_prefix and end.startswith(last))):
            return True
    return False
