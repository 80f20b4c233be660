"""Hot pages stay in memory within their room, and old ones never come back."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from redaksi.edge.answer import Answer
from redaksi.edge.files import read
from redaksi.edge.memory import BESIDES, Memory

KEY = ("/", "br")


def answer(text: str, size: int = 1) -> Answer:
    return Answer(text.encode(), b"x" * size)


class Pressed:
    """A memory over one page's file, and the generation that every change raises."""

    def __init__(self, folder: Path) -> None:
        self.file = folder / "index.html.br"
        self.generation = 1
        self.memory = Memory(lambda: self.generation, 1_000_000)

    def press(self, text: bytes) -> None:
        """Replace the page as the store does, its time kept to the second."""
        new = self.file.with_suffix(".new")
        new.write_bytes(text)
        os.utime(new, (1_643_500_800, 1_643_500_800))
        new.rename(self.file)
        self.generation += 1

    def read(self) -> Answer:
        stored = read(str(self.file))
        assert stored is not None
        return Answer.conditional([], stored, stored.tag, "br")

    def get(self) -> Answer | None:
        return self.memory.shelf().get(KEY)


@pytest.fixture
def pressed(tmp_path: Path) -> Pressed:
    pressed = Pressed(tmp_path)
    pressed.press(b"first")
    pressed.memory.shelf().put(KEY, pressed.read())
    return pressed


def test_a_slow_thread_cannot_bring_an_old_page_back() -> None:
    generations = [1]
    memory = Memory(lambda: generations[-1], 1_000_000)
    before = memory.shelf()

    generations.append(2)
    after = memory.shelf()
    before.put(KEY, answer("old"))

    assert after.get(KEY) is None
    assert memory.shelf() is after


def test_a_page_is_kept_when_another_one_was_pressed(pressed: Pressed) -> None:
    kept = pressed.get()

    pressed.generation += 1

    assert kept is not None
    assert pressed.get() is kept


@pytest.mark.parametrize("text", [b"other", b"longer than before"])
def test_a_page_that_was_pressed_is_read_again(pressed: Pressed, text: bytes) -> None:
    pressed.press(text)

    assert pressed.get() is None


def test_a_page_that_was_withdrawn_is_forgotten(pressed: Pressed) -> None:
    pressed.file.unlink()
    pressed.generation += 1

    assert pressed.get() is None


def test_a_page_read_before_it_was_pressed_is_not_believed_afterwards(pressed: Pressed) -> None:
    shelf, old = pressed.memory.shelf(), pressed.read()
    pressed.press(b"other")

    shelf.put(KEY, old)

    assert pressed.get() is None


def test_an_answer_of_more_than_one_file_goes_with_its_generation(pressed: Pressed) -> None:
    pressed.memory.shelf().put(KEY, answer("gone"))
    pressed.generation += 1

    assert pressed.get() is None


def test_the_room_is_kept_and_what_is_asked_for_stays() -> None:
    size = 10_000
    room = 40 * (size + BESIDES)
    memory = Memory(lambda: 1, room)
    shelf = memory.shelf()
    hot = ("/", "br")
    shelf.put(hot, answer("hot", size))

    most = 0
    for number in range(500):
        shelf.put((f"/{number}/", "br"), answer("cold", size))
        assert shelf.get(hot) is not None
        kept = {id(one): len(one.body) + BESIDES for one in memory.answers()}
        most = max(most, sum(kept.values()))

    assert room // 4 < most <= room
