"""No text breaks the engine, and every span is the text's own."""

from __future__ import annotations

from hypothesis import example, given, settings
from hypothesis import strategies as st

from redaksi.extraction import LANGUAGES, extract

PIECES = st.sampled_from(
    [
        "kata", "ujarnya", "Budi", "Ketua", "menurut", "mengatakan", "bahwa", "yang", "itu", "dan",
        "ia", "Hal itu disampaikan", "dikutip dari", "kepada", "(12/3/2024)", "Senin", "said",
        "he", "told", "according to", "Mr", "Smith", "Tanya:", "Jawab:", "Dr.", "M.T.", "KPK",
        '"', "“", "”", "'", "‘", "’", "(", ")", ",", ".", "?!", "...", " - ", "—", "\n", "\n\n",
        "\u200b", "\x00", "😀", "İ", "\u0301", "www.a.id",
    ]
)  # fmt: skip
TEXTS = st.one_of(
    st.text(max_size=300),
    st.lists(PIECES, max_size=60).map(" ".join),
    st.lists(PIECES, max_size=60).map("".join),
)


@settings(max_examples=300, deadline=None)
@given(text=TEXTS, language=st.sampled_from(LANGUAGES))
@example(text="", language="id")
@example(text='"', language="id")
@example(text="Tanya: a\nJawab: b\nTanya: c\nJawab: d", language="id")
def test_spans_are_the_texts_own_and_in_order(text: str, language: str) -> None:
    reached = 0
    for statement in extract(text, language):
        assert text[statement.start : statement.end] == statement.quote != ""
        assert statement.start >= reached
        reached = statement.end


@settings(max_examples=100, deadline=None)
@given(text=TEXTS)
def test_confidence_is_between_nothing_and_certain(text: str) -> None:
    for statement in extract(text):
        sure = statement.confidence
        assert 0 <= sure.overall <= min(sure.span, sure.speaker) + 0.001 <= 1.001


@settings(max_examples=50, deadline=None)
@given(text=TEXTS)
def test_the_same_text_gives_the_same_statements(text: str) -> None:
    assert extract(text) == extract(text)
