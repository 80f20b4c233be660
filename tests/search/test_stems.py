"""Forms of one word have one stem, in Indonesian and in English."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from redaksi.search.stems import PARTICLES, stem
from redaksi.search.words import words_of


@pytest.mark.parametrize(
    ("language", "forms"),
    [
        ("id", ["umum", "mengumumkan", "umumkan", "diumumkan", "pengumuman", "pengumumannya"]),
        ("id", ["buka", "membuka", "dibuka", "pembukaan", "bukalah"]),
        ("id", ["gubernur", "gubernurnya", "gubernurlah", "gubernurkah"]),
        ("id", ["jokowi", "jokowinya", "jokowipun"]),
        ("id", ["ada", "adakah"]),
        ("en", ["bridge", "bridges"]),
        ("en", ["governor", "governors"]),
        ("en", ["open", "opened", "opening"]),
    ],
)
def test_forms_of_a_word_have_one_stem(language, forms):
    assert {stem(form, language) for form in forms} == {stem(forms[0], language)}


@pytest.mark.parametrize(
    ("word", "language"),
    [("2026", "id"), ("maison", "fr"), *((word, "id") for word in PARTICLES)],
)
def test_what_is_no_word_of_the_language_stays(word, language):
    assert stem(word, language) == word


@given(st.text(max_size=40), st.sampled_from(["id", "en"]))
def test_every_word_has_a_stem_of_letters_and_digits(text, language):
    assert [word for word in words_of(text) if not stem(word, language).isalnum()] == []
