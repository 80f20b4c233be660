"""Finds the byline: a people line, a name beside the date, or a bare name below the headline."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from redaksi.formats.page.date_lines import date_line
from redaksi.formats.page.guesses import Guess
from redaksi.formats.page.labels import label
from redaksi.formats.page.people import is_somebody, names_in, people_line
from redaksi.formats.page.sorting import Sorted
from redaksi.formats.page.whys import Why

_BESIDE_OUTLET = re.compile(r" (?:[-–|•]) \S+(?: \S+){0,2}$")


def byline_of(parts: Sorted) -> Guess | None:
    """The writers' names as they stand in the lines of the page, joined by commas."""
    labelled = _joined(_writers(parts))
    if labelled:
        return Guess(labelled, "people_line", 0.85)
    beside_date = _joined(_names_beside_dates(parts.below_headline))
    if beside_date:
        return Guess(beside_date, "date_line", 0.6)
    bare = _joined(_bare_names(parts.below_headline))
    return Guess(bare, "bare_name", 0.45) if bare else None


def _writers(parts: Sorted) -> Iterator[str]:
    for line, _ in parts.furniture:
        found = people_line(line.text) if line.why is Why.PEOPLE else None
        yield from found.writers if found else ()


def _names_beside_dates(lines: Iterable[str]) -> Iterator[str]:
    for text in lines:
        found = date_line(text)
        names = names_in(found.rest) if found else ()
        yield from (name for name in names if 2 <= len(name.split()) <= 4 and "." not in name)


def _bare_names(lines: Iterable[str]) -> Iterator[str]:
    """The first line that is nothing but names, or a name and an outlet: "Ani Wijaya - Kabar"."""
    for text in lines:
        names = names_in(_BESIDE_OUTLET.sub("", text)) if label(text) is None else ()
        if names and all(2 <= len(name.split()) <= 4 for name in names) and not text.isupper():
            yield from names
            return


def _joined(names: Iterable[str]) -> str:
    return ", ".join(dict.fromkeys(name for name in names if is_somebody(name)))
