"""Whoever is on the example's record says something in it of which the engine is sure."""

from __future__ import annotations

from redaksi.example.days import told_on
from redaksi.example.pieces import Article, Paragraphs
from redaksi.example.reading import read_newspaper
from redaksi.extraction import extract
from tests.example.test_stories import SOME_DAY

PAPER = read_newspaper()


def text_of(article: Article) -> str:
    blocks = told_on(article, SOME_DAY).body
    texts = [text for block in blocks if isinstance(block, Paragraphs) for text in block.texts]
    return "\n\n".join(texts)


def test_everybody_on_record_is_quoted() -> None:
    sure = {
        statement.speaker
        for article in PAPER.articles
        if not article.draft
        for statement in extract(text_of(article), article.language)
        if statement.confident
    }

    assert set(PAPER.on_record) - sure == set()
