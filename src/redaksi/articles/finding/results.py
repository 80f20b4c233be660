"""Finds live stories for readers, with the words that were looked for marked in them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from redaksi.articles.finding.sources import sources_of
from redaksi.articles.models import Article
from redaksi.articles.queries import live_articles
from redaksi.search.choosing import engine
from redaksi.search.engine import Hit, Phrase, Wanted
from redaksi.search.excerpts import Piece, excerpt, highlight
from redaksi.search.query import Query

PAGE_SIZE = 20
#: Hits that are counted and told apart.
COUNTED = 1000
#: The newest hits among which the best are looked for.
RANKED = 5000


@dataclass(frozen=True)
class Found:
    """A story that was found, as the page of results shows it."""

    article: Article
    headline: list[Piece]
    excerpt: list[Piece]


@dataclass(frozen=True)
class Page:
    """One page of what was found."""

    found: list[Found]
    before: int | None = None
    """The place before which the next page looks; None when there is no next page."""
    skipped: int = 0
    """Of the best hits before that place, how many come before the next page."""


@dataclass(frozen=True)
class Counts:
    """How much was found, counted among the newest ``COUNTED`` hits."""

    number: int
    is_more: bool
    sections: Counter[int]
    kinds: Counter[str]
    agencies: Counter[int]
    people: Counter[int]


def newest(wanted: Wanted, query: Query) -> Page:
    """Return the newest of what is wanted."""
    hits = engine().newest(wanted, most=PAGE_SIZE + 1)
    shown = hits[:PAGE_SIZE]
    before = shown[-1].place if len(hits) > PAGE_SIZE else None
    return Page(_found(shown, query), before)


def best(wanted: Wanted, query: Query, *, skipped: int = 0) -> Page:
    """Return the best of what is wanted, behind so many better ones."""
    hits = engine().best(wanted, among=RANKED)
    shown = hits[skipped : skipped + PAGE_SIZE]
    reached = skipped + len(shown)
    if reached >= len(hits):
        return Page(_found(shown, query))
    # What is published meanwhile stays out, so that no story is shown twice.
    newest_place = wanted.before or max(hit.place for hit in hits) + 1
    return Page(_found(shown, query), newest_place, reached)


def count(wanted: Wanted) -> Counts:
    """Count what was found, in all and by its traits, no further than ``COUNTED``."""
    traits = engine().traits(wanted, most=COUNTED + 1)
    counted = traits[:COUNTED]
    return Counts(
        number=len(counted),
        is_more=len(traits) > COUNTED,
        sections=Counter(story.section for story in counted),
        kinds=Counter(story.kind for story in counted),
        agencies=Counter(story.agency for story in counted if story.agency is not None),
        people=Counter(person for story in counted for person in story.people),
    )


def _found(hits: Sequence[Hit], query: Query) -> list[Found]:
    keys = [hit.key for hit in hits]
    articles = live_articles().select_related("section", "locale").defer("body").in_bulk(keys)
    texts = {source.key: source.text for source in sources_of(keys)}
    phrases = [phrase for group in query.groups() for phrase in group]
    return [_shown(articles[key], texts[key], phrases) for key in keys if key in articles]


def _shown(article: Article, text: str, phrases: Iterable[Phrase]) -> Found:
    marked = list(phrases)
    return Found(
        article,
        highlight(article.short_headline, marked, article.language),
        excerpt(text, marked, article.language),
    )
