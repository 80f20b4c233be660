"""The plain words of paragraphs, and the way from them back into the blocks."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from redaksi.design.cleaning import clean_rich_text
from redaksi.statements.passages import Text, pieces_of, plain_words, text_of_body


def test_paragraphs_and_breaks_end_lines() -> None:
    html = "<p>Satu <b>dua</b></p><p>A &amp; B<br/>tiga</p><ul><li>x</li></ul>"

    assert plain_words(html) == "Satu dua\nA & B\ntiga\nx\n\n"


@given(st.text(max_size=200))
def test_every_sign_of_the_html_belongs_to_one_piece(words: str) -> None:
    html = clean_rich_text(f"<p>{words}</p>")

    assert "".join(html[piece.start : piece.end] for piece in pieces_of(html)) == html


def test_only_paragraphs_are_read() -> None:
    body = [
        {"type": "paragraph", "value": "<p>Satu</p>", "id": "a"},
        {"type": "heading", "value": "Judul", "id": "b"},
        {"type": "paragraph", "value": "<p>Dua</p>"},
    ]

    text = text_of_body(body)

    assert text.whole == "Satu\n\n\nDua\n"
    assert [passage.block for passage in text.passages] == ["a", "#2"]


def test_an_offset_lies_in_a_block() -> None:
    text = Text([("a", "Satu dua"), ("b", "tiga empat")])

    assert text.passage_at(text.whole.index("dua")).block == "a"
    assert text.passage_at(text.whole.index("tiga")).block == "b"
    assert text.offset_of("b", 5) == text.whole.index("empat")
    assert text.offset_of("c", 0) is None
