"""Knows what of a statement stands in its story: what goes from there goes from the record, too.

It comes back with the text. What an editor wrote in, and the story never had, stays.
"""

from __future__ import annotations

import datetime

from redaksi.statements.models import Statement
from redaksi.statements.passages import Text
from redaksi.statements.saying_days import day_said

NAME, ROLE, CHANNEL, DAY = "name", "role", "channel", "day"


def facts_in(text: Text, statement: Statement, *, told: datetime.date) -> list[str]:
    """Return which facts of a statement a text tells that speaks on a day."""
    facts = [fact for fact, words in _words_of(statement).items() if text.tells(words)]
    is_its_day = statement.day == day_said(statement.when, told=told)
    return [fact for fact in facts if fact != DAY or is_its_day]


def facts_of(statement: Statement) -> dict[str, object]:
    """Return the facts that can come from a text."""
    return {
        NAME: statement.speaker_name,
        ROLE: statement.role,
        CHANNEL: statement.channel,
        DAY: statement.day,
    }


def add_told(statement: Statement, text: Text, *, told: datetime.date) -> bool:
    """Note what the text tells of a statement that was decided on; whether that is more."""
    told_here = facts_in(text, statement, told=told)
    more = [fact for fact in told_here if fact not in statement.from_text]
    statement.from_text = [*statement.from_text, *more]
    return bool(more)


def lost_its_name(statement: Statement, text: Text) -> bool:
    """Whether the name stood in the text when the statement was decided on, and does not here."""
    return NAME in statement.from_text and not text.tells(statement.speaker_name)


def follow(statement: Statement, text: Text) -> bool:
    """Leave out what the published text does not tell any more, and bring back what it does again.

    Return whether anything changed; the row is not saved.
    """
    before = (statement.from_text, statement.left_out)
    words = _words_of(statement)
    lost = {fact for fact in statement.from_text if fact != NAME and not text.tells(words[fact])}
    back = {
        fact: value
        for fact, value in statement.left_out.items()
        if not facts_of(statement)[fact] and text.tells(statement.when if fact == DAY else value)
    }
    statement.left_out = {
        **{fact: value for fact, value in statement.left_out.items() if fact not in back},
        **{fact: str(value) for fact, value in facts_of(statement).items() if fact in lost},
    }
    statement.from_text = [fact for fact in statement.from_text if fact not in lost] + list(back)
    _set(statement, {**dict.fromkeys(lost, ""), **back})
    return before != (statement.from_text, statement.left_out)


def _set(statement: Statement, facts: dict[str, str]) -> None:
    statement.role = facts.get(ROLE, statement.role)
    statement.channel = facts.get(CHANNEL, statement.channel)
    if DAY in facts:
        statement.day = datetime.date.fromisoformat(facts[DAY]) if facts[DAY] else None


def _words_of(statement: Statement) -> dict[str, str]:
    return {
        NAME: statement.speaker_name,
        ROLE: statement.role,
        CHANNEL: statement.channel,
        DAY: statement.when if statement.day else "",
    }
