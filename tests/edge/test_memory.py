"""Hot pages stay in memory within their room, and old ones never come back."""

from __future__ import annotations

from redaksi.edge.answer import Answer
from redaksi.edge.memory import BESIDES, Memory


def answer(text: str, size: int = 1) -> Answer:
    return Answer(text.encode(), b"x" * size)


def test_a_slow_thread_cannot_bring_an_old_page_back() -> None:
    generations = [1]
    memory = Memory(lambda: generations[-1], 1_000_000)
    before = memory.shelf()

    generations.append(2)
    after = memory.shelf()
    before.put(("/", "br"), answer("old"))

    assert after.get(("/", "br")) is None
    assert memory.shelf() is after


def test_the_room_is_kept_and_what_is_asked_for_stays() -> None:
    size = 10_000
    room = 40 * (size + BESIDES)
    shelf = Memory(lambda: 1, room).shelf()
    hot = ("/", "br")
    shelf.put(hot, answer("hot", size))

    most = 0
    for number in range(500):
        shelf.put((f"/{number}/", "br"), answer("cold", size))
        assert shelf.get(hot) is not None
        kept = {id(one): len(one.body) + BESIDES for one in shelf.answers()}
        most = max(most, sum(kept.values()))

    assert room // 4 < most <= room
