"""Text is taken apart the same way wherever it comes from."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from redaksi.search.words import LONGEST_WORD, folded, spans_of, words_of, written_words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Gubernur Jawa Tengah", ["gubernur", "jawa", "tengah"]),
        ("buku-buku COVID-19", ["buku", "buku", "covid", "19"]),
        ("Jum'at, Ma’ruf", ["jumat", "maruf"]),
        ("Café Müller", ["cafe", "muller"]),
        ("Cafe\u0301", ["cafe"]),
        ("Rp1.500,00", ["rp1", "500", "00"]),
        ("a_b", ["a", "b"]),
        ("…—\u0000 \ud800", []),
        ("“Besar”", ["besar"]),
        ("印尼 اخبار", ["印尼", "اخبار"]),
        ("½ ﷺ", ["12", "صلىاللهعليهوسلم"]),
        ("x" * 500, ["x" * LONGEST_WORD]),
    ],
)
def test_words_are_letters_and_digits_without_case_and_accents(text, words):
    assert words_of(text) == words


@given(st.text())
def test_no_word_holds_a_sign_that_an_engine_could_read(text):
    assert [word for word in words_of(text) if not word.isalnum() or "'" in word] == []


@given(st.text())
def test_spans_are_where_the_words_are(text):
    whole = unicodedata.normalize("NFC", text)

    words = written_words(whole)
    assert [whole[start:end] for start, end in spans_of(whole)] == words
    assert spans_of(whole, 1, 3) == spans_of(whole)[1:3]
    assert [plain for word in words if (plain := folded(word))] == words_of(text)
