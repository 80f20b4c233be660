"""Mistyped words are near the words of headlines."""

from __future__ import annotations

import pytest

from redaksi.search.spelling import alike, forget, learn

pytestmark = pytest.mark.django_db


@pytest.fixture
def words() -> None:
    """The words of a few headlines."""
    learn(["Jembatan Sungai Rawa Dibuka", "Gubernur ke jembatan", "Jumbatan", "Presiden 2026"])


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("jemabtan", ["jembatan"]),
        ("jembtan", ["jembatan"]),
        ("jembatann", ["jembatan", "jumbatan"]),
        ("jemvatan", ["jembatan"]),
        ("gubenur", ["gubernur"]),
        ("presidn", ["presiden"]),
        ("jembatan", ["jumbatan"]),
        ("xyzxyz", []),
        ("raw", []),
        ("r" * 500, []),
    ],
)
def test_words_that_are_nearly_the_same(typed, meant, words):
    assert alike(typed) == meant


def test_words_are_forgotten(words):
    forget()

    assert alike("jemabtan") == []
