"""Keeps hot pages in memory, and forgets them all when anything was pressed."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Iterator

from redaksi.edge.answer import Answer

Key = tuple[str, str]
BESIDES = 2000
"""What an answer takes besides its body, in bytes: headers, names, the dictionary's place."""


class Shelf:
    """The pages of one generation, those asked for last; it is thrown away as a whole.

    So a slow reader of a file puts the page of before a change on the old shelf, where nobody
    looks any more.
    """

    __slots__ = ("_kept", "_room", "_size", "generation")

    def __init__(self, generation: int, room: int) -> None:
        self.generation = generation
        self._room = room
        self._kept: OrderedDict[Key, Answer] = OrderedDict()
        self._size = 0

    def get(self, key: Key) -> Answer | None:
        """Return what was put there."""
        answer = self._kept.get(key)
        if answer is not None:
            self._kept.move_to_end(key)
        return answer

    def put(self, key: Key, answer: Answer) -> None:
        """Keep an answer; what has not been asked for the longest makes room for it."""
        before = self._kept.pop(key, None)
        if before is not None:
            self._size -= _size_of(before)
        self._kept[key] = answer
        self._size += _size_of(answer)
        while self._size > self._room:
            _key, oldest = self._kept.popitem(last=False)
            self._size -= _size_of(oldest)

    def answers(self) -> Iterator[Answer]:
        """Return what is kept."""
        yield from list(self._kept.values())


def _size_of(answer: Answer) -> int:
    return len(answer.body) + BESIDES


class Memory:
    """The shelf of the present generation."""

    def __init__(self, generation: Callable[[], int], room: int) -> None:
        self._generation = generation
        self._room = room
        self._shelf = Shelf(generation(), room)

    def shelf(self) -> Shelf:
        """Return the present shelf, a new one when something was pressed since."""
        generation = self._generation()
        shelf = self._shelf
        if shelf.generation != generation:
            shelf = self._shelf = Shelf(generation, self._room)
        return shelf
