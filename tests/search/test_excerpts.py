"""Excerpts show the words that were looked for, and the text stays as it is."""

from __future__ import annotations

import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from redaksi.search.engine import Phrase
from redaksi.search.excerpts import BEFORE, LENGTH, Piece, excerpt, highlight
from redaksi.search.query import read_query


def terms(text: str) -> tuple[tuple[Phrase, ...], ...]:
    return read_query(text).groups()


def hits(pieces: list[Piece]) -> list[str]:
    return [piece.text for piece in pieces if piece.is_hit]


def test_every_form_of_a_word_is_a_hit():
    pieces = highlight("Gubernur mengumumkan: Pengumuman UMUM", terms("umumkan"), "id")

    assert hits(pieces) == ["mengumumkan", "Pengumuman", "UMUM"]


def test_a_quotation_is_a_hit_only_as_written():
    pieces = highlight("Jembatan besar, besar jembatan", terms('"jembatan besar"'), "id")

    assert hits(pieces) == ["Jembatan", "besar"]


def test_an_excerpt_shows_the_part_with_most_of_the_words():
    text = "banjir " + "kata " * 100 + "banjir di rawa " + "kata " * 100

    pieces = excerpt(text, terms("banjir rawa"), "id")

    assert hits(pieces) == ["banjir", "rawa"]
    assert (pieces[0], pieces[-1]) == (Piece("… "), Piece(" …"))


def test_an_excerpt_goes_on_behind_the_last_word_that_was_looked_for():
    text = "kata " * 95 + "banjir " + "lalu " * 100

    pieces = excerpt(text, terms("banjir"), "id")

    after = pieces[pieces.index(Piece("banjir", is_hit=True)) + 1]
    assert after.text.split() == ["lalu"] * (LENGTH - BEFORE - 1)


def test_an_excerpt_without_hits_is_the_beginning():
    (piece,) = excerpt("Satu dua tiga.", terms("empat"), "id")

    assert piece == Piece("Satu dua tiga.")


def test_an_excerpt_without_a_question_is_the_beginning():
    (piece,) = excerpt("Satu dua tiga.", (), "id")

    assert piece == Piece("Satu dua tiga.")


def test_an_empty_text_has_no_excerpt():
    assert excerpt(" … ", terms("empat"), "id") == []


def test_markup_stays_text():
    pieces = highlight("<b>banjir</b>", terms("banjir"), "id")

    assert pieces == [Piece("<b>"), Piece("banjir", is_hit=True), Piece("</b>")]


@given(st.text(), st.text(alphabet='ab "-', max_size=30))
def test_highlighting_loses_no_letter(text, words):
    asked = terms(words.replace("-", ""))

    pieces = highlight(text, asked, "id")

    assert "".join(piece.text for piece in pieces) == unicodedata.normalize("NFC", text)


@given(st.text(alphabet="ab .", max_size=400))
def test_an_excerpt_is_no_longer_than_it_may_be(text):
    words = "".join(piece.text for piece in excerpt(text, terms("a"), "id")).split()

    assert len([word for word in words if word.strip(".…")]) <= LENGTH
