"""What a machine can check of an annotated article."""

from __future__ import annotations

import re
from collections.abc import Iterator

from .source import TYPES, Article, Statement

WORD = re.compile(r"\w+")
MARKS = "\"'`´“”„‟«»‘’‹›"
NEAR = 700
STANDING = ("role", "addressee_or_channel", "when")


def faults(article: Article) -> Iterator[str]:
    """Yield one sentence for every rule that the annotations break."""
    end = 0
    for statement in article.statements:
        start = int(str(statement["start"]))
        if start < end:
            yield f"{_name(statement)} overlaps the statement before it."
        end = int(str(statement["end"]))
        yield from _span(statement, article)
        yield from _near(statement, article.text, start, end)
        yield from _standing(statement, article.text)


def _name(statement: Statement) -> str:
    return f"The {statement['kind']} statement {str(statement['quote'])[:40]!r}"


def _span(statement: Statement, article: Article) -> Iterator[str]:
    quote = str(statement["quote"])
    if not WORD.search(quote) or quote != quote.strip():
        yield f"{_name(statement)} is empty or begins or ends with a space."
    if statement["kind"] == "partial" and not any(mark in quote for mark in MARKS):
        yield f"{_name(statement)} holds no quotation mark."
    start = int(str(statement["start"]))
    before = article.text[max(0, start - 2) : start]
    marked = any(mark in before for mark in MARKS)
    if statement["kind"] == "direct" and not marked and "unquoted" not in article.head:
        yield f"{_name(statement)} does not follow a quotation mark."


def _near(statement: Statement, text: str, start: int, end: int) -> Iterator[str]:
    around = text[max(0, start - NEAR) : end + NEAR]
    for key in ("cue", "speaker_mention"):
        value = statement[key]
        if value is not None and str(value) not in around:
            yield f"{_name(statement)} has no {key} {value!r} nearby."


def _standing(statement: Statement, text: str) -> Iterator[str]:
    for key in STANDING:
        value = statement[key]
        if value is not None and str(value) not in text:
            yield f"{_name(statement)} has a {key} {value!r} that is not in the text."
    if statement["speaker_type"] not in TYPES:
        yield f"{_name(statement)} has an unknown speaker type."
    aliases = statement.get("aliases", [])
    assert isinstance(aliases, list)
    words = set(WORD.findall(text))
    for name in [statement["speaker"], *aliases]:
        missing = [word for word in WORD.findall(str(name)) if word not in words]
        if missing or not name:
            yield f"{_name(statement)} names {name!r}, of which {missing} is not in the text."
