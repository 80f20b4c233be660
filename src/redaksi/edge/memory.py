"""Keeps hot pages in memory, and forgets them all when anything was pressed."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from redaksi.edge.answer import Answer

Key = tuple[str, str]
BESIDES = 2000
"""What an answer takes besides its body, in bytes: headers, names, the dictionary's place."""


class Shelf:
    """The pages of one generation; it is thrown away as a whole and never emptied.

    So a slow thread that read a file before the change puts the old page on the old shelf,
    where nobody looks any more. When the younger half is full it becomes the older half, and
    what was in that and is not asked for any more is forgotten.
    """

    __slots__ = ("_half", "_old", "_size", "_young", "generation")

    def __init__(self, generation: int, room: int) -> None:
        self.generation = generation
        self._half = room // 2
        self._young: dict[Key, Answer] = {}
        self._old: dict[Key, Answer] = {}
        self._size = 0

    def get(self, key: Key) -> Answer | None:
        """Return what was put there."""
        answer = self._young.get(key)
        if answer is None and (answer := self._old.get(key)) is not None:
            self.put(key, answer)
        return answer

    def put(self, key: Key, answer: Answer) -> None:
        """Keep an answer; its address is the first half of the key, its coding the second."""
        size = len(answer.body) + BESIDES
        if self._size + size > self._half:
            self._old, self._young, self._size = self._young, {}, 0
        self._size += size
        self._young[key] = answer

    def answers(self) -> Iterator[Answer]:
        """Return what is kept, what lies in both halves twice."""
        yield from [*self._young.values(), *self._old.values()]


class Memory:
    """The shelf of the present generation, for any number of threads."""

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
