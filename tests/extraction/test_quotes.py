"""The quotations of an article are found whatever marks it uses."""

from __future__ import annotations

import re

import pytest

from redaksi.extraction.quotes import find_quotes

SAID = re.compile(r"[,.?!](?=\s+(?:kata|ujar)(?:nya\b|\s+[A-Z]))")


def quoted(text: str) -> list[str]:
    """The words inside each quotation of a text whose lines are paragraphs."""
    paragraphs = [match.span() for match in re.finditer(r"[^\n]+", text)]
    return [text[q.inner_start : q.inner_end] for q in find_quotes(text, paragraphs, SAID)]


@pytest.mark.parametrize(
    "text",
    [
        '"Kami siap," kata Budi.',
        "“Kami siap,” kata Budi.",
        "”Kami siap,” kata Budi.",
        '“Kami siap," kata Budi.',
        "„Kami siap,“ kata Budi.",
        "«Kami siap,» kata Budi.",
        "''Kami siap,'' kata Budi.",
        "‘Kami siap,’ kata Budi.",
        '"Kami siap,"kata Budi.',
        "“Kami siap, kata Budi.\n“Lain,” kata Ani.",
    ],
)
def test_marks_of_every_kind(text: str) -> None:
    assert quoted(text)[0].rstrip(",") == "Kami siap"


def test_a_running_quotation_is_one() -> None:
    text = "“Satu.\n“Dua.\n“Tiga,” kata Budi."

    assert quoted(text) == ["Satu.\n“Dua.\n“Tiga,"]


def test_one_pair_of_marks_around_two_paragraphs_is_one() -> None:
    assert quoted("“Satu.\nDua,” kata Budi.") == ["Satu.\nDua,"]


def test_an_inch_mark_opens_nothing() -> None:
    assert quoted('Layar 21" itu rusak. "Ganti saja," kata Budi.') == ["Ganti saja,"]


def test_an_apostrophe_opens_nothing() -> None:
    assert quoted("Hari Jum'at, Ma'ruf datang ke Al-Qur'an center.") == []


def test_a_single_quotation_inside_a_double_one_stays_inside() -> None:
    assert quoted("\"Dia bilang 'aman' saja,\" kata Budi.") == ["Dia bilang 'aman' saja,"]
