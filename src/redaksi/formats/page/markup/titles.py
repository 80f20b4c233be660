"""Chooses the headline among a page's headings and titles, without the name of the site."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from redaksi.formats.page.guesses import Guess
from redaksi.formats.page.headlines import same_headline
from redaksi.formats.page.lines import tidy

_PART = re.compile(r"\s+[|–—»«·•:-]\s+|\s*[|»«]\s*|(?<=\w)\s-\s")
_LONGEST_SITE_NAME = 5
_ALIKE = 0.6
_HEADLINE_WORDS = 3
Named = tuple[str, str]


def choose_title(
    headings: Sequence[Named], titles: Sequence[Named], sites: Iterable[str]
) -> Guess | None:
    """The headline; a heading that one of the titles confirms is surest.

    `headings` are those in the page, `titles` those in its head, each with its kind.
    """
    sites = list(sites)
    stated = [(kind, without_site(title, sites)) for kind, title in titles if title]
    for kind, heading in headings:
        if any(_confirms(title, heading) for _, title in stated):
            return Guess(tidy(heading), kind, 0.95)
    lone = headings[0] if len({text for _, text in headings}) == 1 else None
    if stated and not (
        lone and stated[0][0] == "title" and len(lone[1].split()) >= _HEADLINE_WORDS
    ):
        kind, title = stated[0]
        return Guess(tidy(title), kind, 0.8 if kind != "title" else 0.6)
    return Guess(tidy(lone[1]), lone[0], 0.7) if lone else None


def without_site(title: str, sites: Iterable[str]) -> str:
    """The title without the site's name at either end: "Headline - Portal" gives "Headline"."""
    parts = [part for part in _PART.split(title) if part and part.strip()]
    if len(parts) < 2:
        return title
    for site in sites:
        if _same_site(parts[-1], site):
            return _before(title, parts[-1])
        if _same_site(parts[0], site):
            return title[title.index(parts[1]) :].strip()
    if len(parts[-1].split()) <= _LONGEST_SITE_NAME < len(_before(title, parts[-1]).split()) + 2:
        return _before(title, parts[-1])
    return title


def _before(title: str, last: str) -> str:
    return re.sub(r"\s*[|–—»«·•:-]\s*$", "", title[: title.rindex(last)]).strip()


def _same_site(part: str, site: str) -> bool:
    bare_part, bare_site = (re.sub(r"\W|com$|co\.id$", "", t.lower()) for t in (part, site))
    return same_headline(part, site) or (len(bare_site) > 3 and bare_site == bare_part)


def _confirms(title: str, heading: str) -> bool:
    """Whether title and heading share most of their words."""
    one, other = (set(re.findall(r"\w+", text.lower())) for text in (title, heading))
    return (
        bool(one and other)
        and len(one & other) / min(len(one), len(other)) >= _ALIKE
        and (len(one & other) >= 0.4 * max(len(one), len(other)))
    )
