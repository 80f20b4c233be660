"""Invents the articles of an archive, oldest first, as plain records."""

from __future__ import annotations

import datetime
import json
import math
import random
import uuid
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.utils import timezone

from bench.filling.staff import AUTHORS, SECTIONS
from bench.filling.words import Words
from redaksi.articles.kinds import Kind

YEARS = 8
#: So many stories of the last days at every size: the news sitemap names a thousand of them.
LATEST, BETWEEN_LATEST = 1500, datetime.timedelta(minutes=2)
DRAFTS = 0.03
#: Among so many of the newest stories every fifth is not verified yet, at every size.
UNVERIFIED_AMONG = 200
#: Every so many stories share the moment of the one before.
TWINS = 25
#: A prime, so that stories beside each other have pictures far from each other.
SCATTERING = 7919


@dataclass(frozen=True)
class Story:
    """One article to insert; ``place`` is its number, from 1 on, and its primary key."""

    place: int
    section: str
    kind: str
    headline: str
    slug: str
    standfirst: str
    blocks: list[dict[str, Any]]
    picture: int
    authors: list[int]
    tags: list[int]
    subjects: list[int]
    agency: int | None
    moment: datetime.datetime
    is_draft: bool
    is_unverified: bool
    key: UUID

    @property
    def body(self) -> str:
        """The text as the database keeps it."""
        return json.dumps(self.blocks)


SEED = 0
"""Of the vocabulary, the same at every size."""


@dataclass(frozen=True)
class Stock:
    """Primary keys that stories choose from."""

    people: list[int]
    tags: list[int]
    subjects: list[int]
    agencies: list[int]
    pictures: list[int]


def invent(size: int, stock: Stock) -> Iterator[Story]:
    """Invent ``size`` stories, more of them in later years.

    The newest story is alike at every size, and so is the one before it, and so on: what the first
    pages show then differs by the archive behind it alone.
    """
    dice = random.Random(SEED)
    words = Words(dice)
    slugs = [slug for slug, _parent, _share in SECTIONS]
    shares = [share for _slug, _parent, share in SECTIONS]
    end = timezone.now()
    moment = end
    for place in range(1, size + 1):
        dice.seed(size - place)
        if place % TWINS:
            moment = _moment(end, place, size)
        headline = words.sentence(dice.randint(5, 11))
        yield Story(
            place=place,
            section=dice.choices(slugs, shares)[0],
            kind=_kind(dice),
            headline=headline,
            slug=f"{headline.lower().replace(' ', '-')[:80]}-{place}",
            standfirst=words.sentence(dice.randint(12, 24)),
            blocks=_blocks(dice, words, stock, place),
            picture=_picture(stock, place),
            authors=_authors(dice, stock.people),
            tags=_rare_and_common(dice, stock.tags, dice.randint(2, 5)),
            subjects=_rare_and_common(dice, stock.subjects, dice.randint(0, 2)),
            agency=dice.choice(stock.agencies) if dice.random() < 0.25 else None,
            moment=moment,
            is_draft=dice.random() < DRAFTS,
            is_unverified=size - place < UNVERIFIED_AMONG and place % 5 == 0,
            key=uuid.UUID(int=dice.getrandbits(128), version=4),
        )


def _moment(end: datetime.datetime, place: int, size: int) -> datetime.datetime:
    latest = min(LATEST, size // 4)
    age = BETWEEN_LATEST * min(size - place, latest)
    if size - place > latest:
        share = place / (size - latest)
        age += datetime.timedelta(days=365 * YEARS) * (1 - math.sqrt(share))
    return (end - age).replace(second=0, microsecond=0)


def _picture(stock: Stock, number: int) -> int:
    """Return a picture without the dice, whose throws would then follow from the number of them."""
    return stock.pictures[number * SCATTERING % len(stock.pictures)]


def _kind(dice: random.Random) -> str:
    rare = [Kind.OPINION, Kind.ANALYSIS, Kind.FEATURE, Kind.INTERVIEW, Kind.ADVERTORIAL]
    return str(dice.choice(rare) if dice.random() < 0.1 else Kind.NEWS)


def _authors(dice: random.Random, people: list[int]) -> list[int]:
    """One to three; the last of the staff writes once in a thousand stories."""
    if dice.random() < 0.001:
        return [people[AUTHORS - 1]]
    return _rare_and_common(dice, people[: AUTHORS - 1], dice.choice((1, 1, 1, 2, 3)))


def _rare_and_common(dice: random.Random, keys: list[int], number: int) -> list[int]:
    last = len(keys) - 1
    return list({keys[int(dice.random() ** 2 * last)]: None for _ in range(number)})


def _blocks(dice: random.Random, words: Words, stock: Stock, place: int) -> list[dict[str, Any]]:
    """Five to eight paragraphs with sub-heading, quotation, picture, fact box, related story."""
    paragraphs = dice.choices(words.paragraphs, k=dice.randint(5, 8))
    blocks: list[tuple[str, Any]] = [("paragraph", text) for text in paragraphs]
    blocks.insert(3, ("heading", words.sentence(4)))
    if dice.random() < 0.3:
        quote = {"quote": words.sentence(14), "attribution": words.sentence(2)}
        blocks.insert(2, ("pull_quote", quote))
    if dice.random() < 0.3:
        blocks.insert(4, ("picture", {"picture": _picture(stock, place + 1), "caption": ""}))
    if dice.random() < 0.2:
        fact_box = {"title": words.sentence(3), "text": dice.choice(words.paragraphs)}
        blocks.append(("fact_box", fact_box))
    if place > 1 and dice.random() < 0.3:
        blocks.append(("related", dice.randint(max(1, place - 500), place - 1)))
    return [
        {"type": kind, "value": value, "id": str(uuid.UUID(int=dice.getrandbits(128), version=4))}
        for kind, value in blocks
    ]
