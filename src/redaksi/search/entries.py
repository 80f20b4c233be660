"""What the index keeps of a story, made of its text without asking any database."""

from __future__ import annotations

import datetime
from dataclasses import dataclass

from redaksi.search.stems import stems
from redaksi.search.words import words_of

#: Places of stories in one second of publication.
PLACES_A_SECOND = 16
#: Words of a story that are indexed; PostgreSQL counts no positions behind 16,383.
MOST_WORDS = 16_000

EPOCH = datetime.datetime(1970, 1, 1, tzinfo=datetime.UTC)
SECOND = datetime.timedelta(seconds=1)


@dataclass(frozen=True)
class Traits:
    """By what found stories are counted and narrowed; numbers are primary keys."""

    section: int
    kind: str
    agency: int | None = None
    people: tuple[int, ...] = ()


@dataclass(frozen=True)
class Story:
    """A story as its owner hands it over."""

    key: int
    is_live: bool
    moment: datetime.datetime
    """When it was published, or else last worked on."""
    language: str
    headline: str
    text: str
    traits: Traits
    owner: int | None = None
    labels: tuple[str, ...] = ()
    """Words by which only the newsroom finds it."""


@dataclass(frozen=True)
class Entry:
    """A story as an engine keeps it; each text is tokens separated by spaces.

    Tokens are stems (``umum``), words as written (``=mengumumkan``), or marks (``#s3``).
    """

    key: int
    is_live: bool
    place: int
    """The order by publication; the engine takes the next one that is free."""
    title: str
    text: str
    exact: str
    marks: str
    traits: Traits


def entry_of(story: Story) -> Entry:
    """Return what is kept of a story."""
    title = words_of(story.headline)
    text = words_of(story.text)[: MOST_WORDS - len(title)]
    return Entry(
        key=story.key,
        is_live=story.is_live,
        place=place_of(story.moment),
        title=" ".join(stems(title, story.language)),
        text=" ".join(stems(text, story.language)),
        # A gap, so that no phrase reaches from the headline into the text.
        exact=as_written(" =".join([*title, "", *text])),
        marks=" ".join(_marks(story)),
        traits=story.traits,
    )


def place_of(moment: datetime.datetime) -> int:
    """Return the first place of a moment in the order of publication."""
    return (moment - EPOCH) // SECOND * PLACES_A_SECOND


def as_written(word: str) -> str:
    """Return the token of a word as it is written."""
    return f"={word}"


def mark(trait: str, value: object) -> str:
    """Return the token of one trait: section, kind, agency, person, owner or label."""
    return f"#{trait}_{value}"


def _marks(story: Story) -> list[str]:
    traits = story.traits
    marks = [mark("section", traits.section), mark("kind", traits.kind)]
    marks += [mark("person", person) for person in traits.people]
    if traits.agency is not None:
        marks.append(mark("agency", traits.agency))
    if story.owner is not None:
        marks.append(mark("owner", story.owner))
    return [*marks, *(mark("label", word) for word in story.labels)]
