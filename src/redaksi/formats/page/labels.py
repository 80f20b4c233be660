"""Says of each line what it is: text, or which kind of furniture."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from redaksi.formats.page.breadcrumbs import breadcrumb
from redaksi.formats.page.date_lines import date_line, is_relative_time
from redaksi.formats.page.endings import is_end_mark
from redaksi.formats.page.furniture import furniture
from redaksi.formats.page.people import people_line
from redaksi.formats.page.stars import is_rating_line
from redaksi.formats.page.whys import Why

_LONGEST = 320
_MOST_LINES = 20_000


@dataclass(frozen=True)
class Line:
    """One line of a page; `why` is None while it may be part of the article."""

    text: str
    why: Why | None = None


def labelled(texts: Iterable[str]) -> list[Line]:
    """The lines with their labels; past many thousand lines nothing new is looked at."""
    known: dict[str, Why | None] = {}
    lines = []
    for place, text in enumerate(texts):
        if text not in known and place < _MOST_LINES:
            known[text] = label(text)
        lines.append(Line(text, known.get(text)))
    return lines


def label(text: str) -> Why | None:
    """What furniture this line is, None when it reads as text."""
    if len(text) > _LONGEST:
        return None
    if is_rating_line(text):
        return Why.RATING
    kind = furniture(text)
    if kind:
        return kind
    if is_relative_time(text) or date_line(text):
        return Why.DATE
    if people_line(text):
        return Why.PEOPLE
    if is_end_mark(text):
        return Why.END_MARK
    return Why.NAVIGATION if breadcrumb(text) else None
