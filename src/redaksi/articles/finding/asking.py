"""Says to the index what somebody looks for: words, and the traits of stories."""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from dataclasses import dataclass

from django.utils import timezone

from redaksi.search.engine import Phrase, Wanted
from redaksi.search.entries import mark, place_of
from redaksi.search.query import Query

DAY = datetime.timedelta(days=1)


@dataclass(frozen=True)
class Filters:
    """What narrows a search besides words; keys are primary keys, days are the newspaper's."""

    sections: frozenset[int] = frozenset()
    """One of them; empty is every section."""
    kind: str = ""
    person: int | None = None
    agency: int | None = None
    owner: int | None = None
    since: datetime.date | None = None
    until: datetime.date | None = None

    def groups(self) -> tuple[tuple[Phrase, ...], ...]:
        """Return the marks of which a story must have one of each group."""
        traits: list[tuple[str, Iterable[object]]] = [
            ("section", sorted(self.sections)),
            ("kind", [self.kind] if self.kind else []),
            ("person", _one(self.person)),
            ("agency", _one(self.agency)),
            ("owner", _one(self.owner)),
        ]
        marks = [[mark(trait, value) for value in values] for trait, values in traits]
        return tuple(tuple(Phrase((token,)) for token in group) for group in marks if group)


def asked(query: Query, filters: Filters) -> Wanted | None:
    """Return what readers look for; None when it is nothing in particular."""
    return _wanted(query.groups(), query, filters, with_drafts=False)


def asked_by_the_desk(query: Query, filters: Filters) -> Wanted | None:
    """Return what the newsroom looks for, drafts too.

    The last word may be unfinished, because its list follows the typing; sluglines are found.
    """
    groups = query.groups(is_unfinished=True)
    labelled = tuple(
        (*group, *(Phrase((mark("label", word),)) for word in term.words))
        if len(term.words) == 1 and not term.is_exact
        else group
        for group, term in zip(groups, query.wanted, strict=True)
    )
    return _wanted(labelled, query, filters, with_drafts=True)


def _one(key: int | None) -> list[int]:
    return [] if key is None else [key]


def _wanted(
    groups: tuple[tuple[Phrase, ...], ...], query: Query, filters: Filters, *, with_drafts: bool
) -> Wanted | None:
    every = groups + filters.groups()
    if not every:
        return None
    return Wanted(
        all_of=every,
        none_of=query.refused,
        since=_place(filters.since),
        before=_place(filters.until and filters.until + DAY),
        with_drafts=with_drafts,
    )


def _place(day: datetime.date | None) -> int | None:
    if day is None:
        return None
    return place_of(timezone.make_aware(datetime.datetime.combine(day, datetime.time.min)))
