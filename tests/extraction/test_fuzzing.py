"""Random damage breaks no promise, and a broken promise would be told."""

from __future__ import annotations

import dataclasses

import pytest

from redaksi.extraction import Statement, extract
from tests.extraction import fuzzing
from tests.extraction.fuzzing import broken_promise, text_of

SEED = 20261129
TEXT = "“Harga turun,” kata Budi Santoso.\n\n“Itu benar,” ujarnya."


@pytest.mark.parametrize("start", range(0, 600, 100))
def test_no_text_breaks_a_promise(start: int) -> None:
    told = {number: broken_promise(*text_of(SEED, number)) for number in range(start, start + 100)}

    assert {number: problem for number, problem in told.items() if problem} == {}


def test_a_text_follows_from_its_seed_and_number() -> None:
    texts = [text_of(SEED, number) for number in range(30)]

    assert texts == [text_of(SEED, number) for number in range(30)]
    assert len(set(texts)) == 30


def raising(_text: str, _language: str) -> list[Statement]:
    raise IndexError


def moved(text: str, language: str) -> list[Statement]:
    return [dataclasses.replace(found, start=found.start + 1) for found in extract(text, language)]


def turned(text: str, language: str) -> list[Statement]:
    return extract(text, language)[::-1]


@pytest.mark.parametrize(
    ("engine", "told"),
    [(raising, "raised"), (moved, "not the text's"), (turned, "out of order")],
)
def test_a_broken_promise_is_told(monkeypatch: pytest.MonkeyPatch, engine, told: str) -> None:
    assert broken_promise(TEXT, "id") == ""

    monkeypatch.setattr(fuzzing, "extract", engine)

    assert told in broken_promise(TEXT, "id")
