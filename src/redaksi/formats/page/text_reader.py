"""Reads an article from plain text, such as one copied out of a page or a message."""

from __future__ import annotations

import datetime

from redaksi.formats.page.assembling import assemble
from redaksi.formats.page.errors import NoArticleFound, Reason
from redaksi.formats.page.guesses import Hints
from redaksi.formats.page.labels import labelled
from redaksi.formats.page.lines import paragraph_lines
from redaksi.formats.page.parting import parted
from redaksi.formats.page.reading import PageReading
from redaksi.formats.page.sorting import sort_lines


def read_text(text: str, *, now: datetime.date, hints: Hints | None = None) -> PageReading:
    """The article in a text; raises NoArticleFound when there is none."""
    lines = labelled(parted(paragraph_lines(text)))
    if not lines:
        raise NoArticleFound(Reason.NO_TEXT)
    hints = hints or Hints()
    hint = hints.headline.text if hints.headline else None
    return assemble(sort_lines(lines, hint), hints, now=now)
