"""Writes statements as plain data: one object an article, as JSON Lines have it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict
from typing import TypedDict

from redaksi.extraction.statement import Statement


class StatementRecord(TypedDict):
    """One statement; `start` and `end` count code points of the article's text."""

    kind: str
    quote: str
    start: int
    end: int
    cue: str | None
    speaker_mention: str | None
    speaker: str | None
    speaker_type: str
    aliases: list[str]
    role: str | None
    addressee_or_channel: str | None
    when: str | None
    confident: bool
    confidence: dict[str, float]


class ArticleRecord(TypedDict):
    """An article with its statements."""

    id: str
    text: str
    statements: list[StatementRecord]


def article_record(name: str, text: str, statements: Iterable[Statement]) -> ArticleRecord:
    """The article `name` as plain data."""
    return {"id": name, "text": text, "statements": [_record(s) for s in statements]}


def _record(statement: Statement) -> StatementRecord:
    return {
        "kind": statement.kind.value,
        "quote": statement.quote,
        "start": statement.start,
        "end": statement.end,
        "cue": statement.cue,
        "speaker_mention": statement.speaker_mention,
        "speaker": statement.speaker,
        "speaker_type": statement.speaker_type.value,
        "aliases": list(statement.aliases),
        "role": statement.role,
        "addressee_or_channel": statement.addressee_or_channel,
        "when": statement.when,
        "confident": statement.confident,
        "confidence": {
            **asdict(statement.confidence),
            "overall": statement.confidence.overall,
        },
    }
