"""No text breaks the engine, and every span is the text's own."""

from __future__ import annotations

from hypothesis import example, given, settings
from hypothesis import strategies as st

from redaksi.extraction import LANGUAGES, extract
from tests.extraction import fuzzing

PIECES = st.sampled_from(fuzzing.PIECES)
TEXTS = st.one_of(
    st.text(max_size=300),
    st.lists(PIECES, max_size=60).map(" ".join),
    st.lists(PIECES, max_size=60).map("".join),
)


@settings(max_examples=300)
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


@settings(max_examples=100)
@given(text=TEXTS)
def test_confidence_is_between_nothing_and_certain(text: str) -> None:
    for statement in extract(text):
        sure = statement.confidence
        assert 0 <= sure.overall <= min(sure.span, sure.speaker) + 0.001 <= 1.001


@settings(max_examples=50)
@given(text=TEXTS)
def test_the_same_text_gives_the_same_statements(text: str) -> None:
    assert extract(text) == extract(text)
