"""Writes statements as files: JSON for programs, CSV for tables."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable
from typing import Any

from django.conf import settings

from redaksi.statements.models import Speaker, State, Statement
from redaksi.statements.showing import shown_names, shown_roles

COLUMNS = (
    "id", "words", "kind", "cue", "speaker", "role", "channel", "confirmed", "said_on",
    "published_on", "headline", "section", "url", "story_url",
)  # fmt: skip
#: Signs with which a table program begins a formula.
FORMULA = ("=", "+", "-", "@", "\t", "\r")


def row_of(statement: Statement) -> dict[str, Any]:
    """Return a statement as plain data; ``said_on`` is empty where the day is not known."""
    story = statement.article
    base = settings.WAGTAILADMIN_BASE_URL
    return {
        "id": statement.pk,
        "words": statement.words,
        "kind": statement.kind,
        "cue": statement.cue,
        "speaker": statement.shown_name,
        "role": statement.role,
        "channel": statement.channel,
        "confirmed": statement.state == State.CONFIRMED,
        "said_on": statement.day.isoformat() if statement.day else "",
        "published_on": story.published_on.isoformat() if story.published_on else "",
        "headline": story.headline,
        "section": story.section.name,
        "url": f"{base}{statement.url}" if statement.is_public else "",
        "story_url": f"{base}{statement.place_url}" if statement.is_public else "",
    }


def as_json(statements: Iterable[Statement], speaker: Speaker | None = None) -> bytes:
    """Return the statements as one JSON object, with the speaker if they are one's."""
    record: dict[str, Any] = {"statements": [row_of(statement) for statement in statements]}
    if speaker is not None:
        record = {"speaker": speaker_of(speaker), **record}
    return json.dumps(record, ensure_ascii=False, indent=1).encode()


def as_csv(statements: Iterable[Statement]) -> bytes:
    """Return the statements as a table (RFC 4180) in UTF-8; no cell is taken for a formula."""
    out = io.StringIO()
    table = csv.DictWriter(out, COLUMNS)
    table.writeheader()
    for statement in statements:
        row = row_of(statement)
        table.writerow({name: _as_cell(value) for name, value in row.items()})
    return out.getvalue().encode()


def speaker_of(speaker: Speaker) -> dict[str, Any]:
    """Return an entry of the register as plain data, as far as readers know it."""
    return {
        "name": speaker.name,
        "kind": speaker.kind,
        "url": f"{settings.WAGTAILADMIN_BASE_URL}{speaker.url}" if speaker.url else "",
        "wikidata": speaker.wikidata,
        "other_names": [other.name for other in shown_names([speaker])[speaker.pk]],
        "roles": [
            {"role": role.role, "since": role.since, "until": role.until}
            for role in shown_roles([speaker])[speaker.pk]
        ],
    }


def _as_cell(value: object) -> str:
    text = str(value)
    return f"'{text}" if text.startswith(FORMULA) else text
