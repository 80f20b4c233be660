"""What readers can see of an article from elsewhere: its headline, its teaser, its place."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from redaksi.articles.lists import NewsList, lists_of
from redaksi.articles.places import Cursor

if TYPE_CHECKING:
    from redaksi.articles.models import Article

#: What a link to the story shows.
HEADLINE = ("headline", "front_headline", "slug", "section_id", "published_on", "locale_id", "live")
#: What a list shows of the story besides.
TEASER = ("standfirst", "kicker", "kind", "lead_picture_id", "published_at", "story_date",
          "source_id", "awaiting_verification")  # fmt: skip


@dataclass(frozen=True)
class Seen:
    """An article as other pages show it, before or after a change."""

    is_live: bool = False
    is_withdrawn: bool = False
    path: str = ""
    section: int = 0
    day: datetime.date | None = None
    kind: str = ""
    changed_at: datetime.datetime | None = None
    place: Cursor | None = None
    headline: tuple[Any, ...] = ()
    teaser: tuple[Any, ...] = ()
    lists: Mapping[str, NewsList] = field(default_factory=dict)

    @classmethod
    def of(cls, article: Article) -> Seen:
        """Take down what there is to see now."""
        return cls(
            is_live=article.live,
            is_withdrawn=article.withdrawn_at is not None,
            path=article.path if article.published_on else "",
            section=article.section_id,
            day=article.published_on,
            kind=article.kind,
            changed_at=article.last_published_at,
            place=Cursor.of(article) if article.published_at else None,
            headline=_values(article, HEADLINE),
            teaser=_values(article, TEASER),
            lists={news.key: news for news in lists_of(article)} if article.live else {},
        )


#: Of an article that does not exist.
NOTHING = Seen()


def _values(article: Article, names: tuple[str, ...]) -> tuple[Any, ...]:
    return tuple(getattr(article, name) for name in names)
