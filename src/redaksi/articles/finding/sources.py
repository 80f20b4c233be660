"""Reads what the index needs of articles, from the rows as they stand."""

from __future__ import annotations

import datetime
from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from typing import Any

from django.utils import timezone

from redaksi.articles.finding.texts import raw_body, text_of
from redaksi.articles.models import Article, ArticleAuthor, ArticleTag
from redaksi.search.entries import Story, Traits
from redaksi.search.words import words_of

_FIELDS = (
    "pk", "live", "published_at", "latest_revision__created_at", "locale__language_code",
    "headline", "standfirst", "kicker", "dateline", "guest_byline", "slugline",
    "section_id", "kind", "source_id", "owner_id", "raw_body",
)  # fmt: skip


@dataclass(frozen=True)
class Source:
    """An article's row with its authors and tags; two are equal if the index would be."""

    key: int
    is_live: bool
    published_at: datetime.datetime | None
    worked_on_at: datetime.datetime | None
    language: str
    headline: str
    standfirst: str
    kicker: str
    dateline: str
    guest_byline: str
    slugline: str
    section: int
    kind: str
    agency: int | None
    owner: int | None
    body: str
    people: tuple[int, ...]
    tags: tuple[str, ...]

    @property
    def text(self) -> str:
        """What readers read under the headline; excerpts are taken from it."""
        return text_of(self.standfirst, self.body)

    def story(self) -> Story:
        """Return the story as the index takes it."""
        around = (self.kicker, self.dateline, self.guest_byline, *self.tags)
        return Story(
            key=self.key,
            is_live=self.is_live,
            moment=self.published_at or self.worked_on_at or timezone.now(),
            language=self.language,
            headline=self.headline,
            text="\n".join([self.text, *filter(None, around)]),
            traits=Traits(self.section, self.kind, self.agency, self.people),
            owner=self.owner,
            labels=tuple(words_of(self.slugline)),
        )


def sources_of(keys: Collection[int]) -> list[Source]:
    """Return the articles that there are among the keys, in the order of their keys."""
    authors = _together(
        ArticleAuthor.objects.filter(article__in=keys)
        .order_by("sort_order", "pk")
        .values_list("article_id", "person_id")
    )
    tags = _together(
        ArticleTag.objects.filter(content_object__in=keys)
        .order_by("tag__name")
        .values_list("content_object_id", "tag__name")
    )
    articles = Article.objects.filter(pk__in=keys).annotate(raw_body=raw_body())
    rows: Iterable[tuple[Any, ...]] = articles.order_by("pk").values_list(*_FIELDS)
    return [Source(*[*row, authors[row[0]], tags[row[0]]]) for row in rows]


def _together(pairs: Iterable[tuple[int, Any]]) -> dict[int, tuple[Any, ...]]:
    found: defaultdict[int, tuple[Any, ...]] = defaultdict(tuple)
    for key, value in pairs:
        found[key] += (value,)
    return found
