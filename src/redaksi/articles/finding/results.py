"""Finds live stories for readers, with the words that were looked for marked in them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from redaksi.articles.finding.texts import raw_body, text_of
from redaksi.articles.models import Article
from redaksi.articles.queries import live_articles
from redaksi.search import ranking
from redaksi.search.choosing import engine
from redaksi.search.engine import Hit, Phrase, Wanted
from redaksi.search.excerpts import Piece, excerpt, highlight
from redaksi.search.query import Query

PAGE_SIZE = 20
#: Hits that are counted and told apart.
COUNTED = 1000
#: The newest hits among which the best are looked for.
RANKED = 1000


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
    hits: list[Hit]
    """The newest, and one more than is counted if there is one."""
    sections: Counter[int]
    kinds: Counter[str]
    agencies: Counter[int]
    people: Counter[int]


def newest(wanted: Wanted, query: Query, *, counts: Counts | None = None) -> Page:
    """Return the newest of what is wanted; with the counts of the same nothing is asked twice."""
    hits = counts.hits if counts else engine().newest(wanted, most=PAGE_SIZE + 1)
    shown = hits[:PAGE_SIZE]
    before = shown[-1].place if len(hits) > PAGE_SIZE else None
    return Page(_found(shown, query), before)


def best(wanted: Wanted, query: Query, *, skipped: int = 0, counts: Counts | None = None) -> Page:
    """Return the best of what is wanted, behind so many better ones; ``counts`` as in newest."""
    newest_hits = counts.hits[:RANKED] if counts else engine().newest(wanted, most=RANKED)
    terms = [term.in_headline for term in query.wanted]
    hits = ranking.best(engine(), wanted, terms, newest_hits)
    shown = hits[skipped : skipped + PAGE_SIZE]
    reached = skipped + len(shown)
    if reached >= len(hits):
        return Page(_found(shown, query))
    # What is published meanwhile stays out, so that no story is shown twice.
    newest_place = wanted.before or newest_hits[0].place + 1
    return Page(_found(shown, query), newest_place, reached)


def count(wanted: Wanted) -> Counts:
    """Count what was found, in all and by its traits, no further than ``COUNTED``."""
    found = engine().traits(wanted, most=COUNTED + 1)
    counted = [traits for _hit, traits in found[:COUNTED]]
    return Counts(
        number=len(counted),
        is_more=len(found) > COUNTED,
        hits=[hit for hit, _traits in found],
        sections=Counter(story.section for story in counted),
        kinds=Counter(story.kind for story in counted),
        agencies=Counter(story.agency for story in counted if story.agency is not None),
        people=Counter(person for story in counted for person in story.people),
    )


def _found(hits: Sequence[Hit], query: Query) -> list[Found]:
    keys = [hit.key for hit in hits]
    articles = live_articles().select_related("section", "locale").defer("body")
    known = articles.annotate(raw_body=raw_body()).in_bulk(keys)
    terms = query.groups()
    return [_shown(known[key], terms) for key in keys if key in known]


def _shown(article: Any, terms: Sequence[Sequence[Phrase]]) -> Found:
    text = text_of(article.standfirst, article.raw_body)
    return Found(
        article,
        highlight(article.short_headline, terms, article.language),
        excerpt(text, terms, article.language),
    )
