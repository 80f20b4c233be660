"""Makes stories for the index, without a newspaper."""

from __future__ import annotations

import datetime
from typing import Any

from redaksi.search.engine import Wanted
from redaksi.search.entries import Entry, Story, Traits, entry_of
from redaksi.search.query import read_query

NOON = datetime.datetime(2026, 1, 31, 12, tzinfo=datetime.UTC)


def entry(key: int, headline: str = "", text: str = "", **fields: Any) -> Entry:
    """What is kept of a live Indonesian story; a higher key is newer by a minute."""
    fields.setdefault("moment", NOON + datetime.timedelta(minutes=key))
    fields.setdefault("is_live", True)
    fields.setdefault("language", "id")
    fields.setdefault("traits", Traits(section=1, kind="news"))
    return entry_of(Story(key=key, headline=headline, text=text, **fields))


def wanted(text: str, **more: Any) -> Wanted:
    """What somebody wants who types this."""
    query = read_query(text)
    return Wanted(query.groups(), query.refused, **more)
