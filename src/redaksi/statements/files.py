"""Writes statements as files: JSON for programs, CSV for tables."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from django.conf import settings

from redaksi.newsroom.addresses import speaker_address
from redaksi.statements.models import Speaker, State, Statement
from redaksi.statements.queries import Month, years_among
from redaksi.statements.showing import shown_names, shown_roles

COLUMNS = (
    "id", "words", "kind", "cue", "speaker", "role", "channel", "confirmed", "said_on",
    "published_on", "headline", "section", "url", "story_url",
)  # fmt: skip
#: Signs with which a table program begins a formula, also the wide ones of Asian keyboards.
FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


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


def as_json(statements: Iterable[Statement], **about: Any) -> Iterator[str]:
    """Write the statements as one JSON object, a line each, after what ``about`` tells of them."""
    yield json.dumps({**about, "statements": []}, ensure_ascii=False).removesuffix("]}")
    for number, statement in enumerate(statements):
        row = json.dumps(row_of(statement), ensure_ascii=False)
        yield f",\n{row}" if number else f"\n{row}"
    yield "\n]}\n"


def of_a_speaker(
    newest: Iterable[Statement], speaker: Speaker, months: Sequence[Month]
) -> Iterator[str]:
    """Write the newest statements of a speaker as one JSON object.

    ``total`` is how many there are, also of those that are not in the file; ``years`` are the
    files that have all.
    """
    base = settings.WAGTAILADMIN_BASE_URL
    files = {
        one: f"{base}{speaker_address(speaker.slug, one)}pernyataan.json"
        for one in years_among(months)
    }
    total = sum(month.count for month in months)
    return as_json(newest, speaker=speaker_of(speaker), total=total, years=files)


def of_a_year(statements: Sequence[Statement], speaker: Speaker, year: int) -> Iterator[str]:
    """Write all statements of a year as one JSON object.

    What else is known of the speaker is not in it: that changes with other years.
    """
    return as_json(statements, speaker=_entry(speaker), total=len(statements), year=year)


def as_csv(statements: Iterable[Statement]) -> Iterator[str]:
    """Write the statements as a table (RFC 4180), line by line; no cell is taken for a formula."""
    table = csv.DictWriter(_Echo(), COLUMNS)
    yield table.writeheader()
    for statement in statements:
        row = row_of(statement)
        yield table.writerow({name: _as_cell(value) for name, value in row.items()})


def speaker_of(speaker: Speaker) -> dict[str, Any]:
    """Return an entry of the register as plain data, as far as readers know it."""
    return {
        **_entry(speaker),
        "other_names": [other.name for other in shown_names([speaker])[speaker.pk]],
        "roles": [
            {"role": role.role, "since": role.since, "until": role.until}
            for role in shown_roles([speaker])[speaker.pk]
        ],
    }


def _entry(speaker: Speaker) -> dict[str, Any]:
    return {
        "name": speaker.name,
        "kind": speaker.kind,
        "url": f"{settings.WAGTAILADMIN_BASE_URL}{speaker.url}" if speaker.url else "",
        "wikidata": speaker.wikidata,
    }


class _Echo:
    """Gives each line back to whoever writes it, as the csv module passes it on."""

    def write(self, line: str) -> str:
        return line


def _as_cell(value: object) -> str:
    text = str(value)
    is_formula = text.startswith(FORMULA) or text.lstrip().startswith(FORMULA)
    return f"'{text}" if is_formula else text
