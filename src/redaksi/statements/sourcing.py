"""Knows what of a statement stands in its story: what goes from there goes from the record, too.

What an editor wrote in, and the story never had, stays.
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


def lost_its_name(statement: Statement, text: Text) -> bool:
    """Whether the name stood in the text when the statement was decided on, and does not here."""
    return NAME in statement.from_text and not text.tells(statement.speaker_name)


def leave_out_untold(statement: Statement, text: Text) -> bool:
    """Take from a statement what the published text does not tell any more; whether it was any.

    The row is not saved.
    """
    words = _words_of(statement)
    lost = {fact for fact in statement.from_text if fact != NAME and not text.tells(words[fact])}
    if ROLE in lost:
        statement.role = ""
    if CHANNEL in lost:
        statement.channel = ""
    if DAY in lost:
        statement.day = None
    statement.from_text = [fact for fact in statement.from_text if fact not in lost]
    return bool(lost)


def _words_of(statement: Statement) -> dict[str, str]:
    return {
        NAME: statement.speaker_name,
        ROLE: statement.role,
        CHANNEL: statement.channel,
        DAY: statement.when if statement.day else "",
    }
