"""Keeps hot pages in memory, and looks again at each one's file when anything was pressed."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from redaksi.edge.answer import Answer

Key = tuple[str, str]
BESIDES = 2000
"""What an answer takes besides its body, in bytes: headers, names, the dictionary's place."""


@dataclass(slots=True)
class _Kept:
    answer: Answer
    generation: int
    """The last one in which it was right."""

    @property
    def size(self) -> int:
        return len(self.answer.body) + BESIDES


class Shelf:
    """What is kept, as one generation may see it.

    What a slow reader of a file puts there is taken for no newer than the generation that it
    found before it began to read.
    """

    __slots__ = ("_memory", "generation")

    def __init__(self, memory: Memory, generation: int) -> None:
        self._memory = memory
        self.generation = generation

    def get(self, key: Key) -> Answer | None:
        """Return what was put there, if it is still right."""
        kept = self._memory.kept.get(key)
        if kept is None:
            return None
        if kept.generation != self.generation:
            version = kept.answer.version
            if version is None or not version.is_present():
                self._memory.forget(key)
                return None
            kept.generation = self.generation
        self._memory.kept.move_to_end(key)
        return kept.answer

    def put(self, key: Key, answer: Answer) -> None:
        """Keep an answer; what has not been asked for the longest makes room for it."""
        self._memory.keep(key, _Kept(answer, self.generation))


class Memory:
    """The answers that one process keeps, those asked for last."""

    def __init__(self, generation: Callable[[], int], room: int) -> None:
        self.kept: OrderedDict[Key, _Kept] = OrderedDict()
        self._generation = generation
        self._room = room
        self._size = 0
        self._shelf = Shelf(self, generation())

    def shelf(self) -> Shelf:
        """Return the present shelf, a new one when something was pressed since."""
        generation = self._generation()
        shelf = self._shelf
        if shelf.generation != generation:
            shelf = self._shelf = Shelf(self, generation)
        return shelf

    def keep(self, key: Key, kept: _Kept) -> None:
        """Take in an answer, in the place of another one at its address."""
        self.forget(key)
        self.kept[key] = kept
        self._size += kept.size
        while self._size > self._room:
            _key, oldest = self.kept.popitem(last=False)
            self._size -= oldest.size

    def forget(self, key: Key) -> None:
        """Drop the answer at an address, if there is one."""
        before = self.kept.pop(key, None)
        if before is not None:
            self._size -= before.size

    def answers(self) -> Iterator[Answer]:
        """Return what is kept."""
        for kept in list(self.kept.values()):
            yield kept.answer
