"""Reads of live articles whose cost does not grow with the archive."""

from __future__ import annotations

import datetime
from dataclasses import dataclass

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils import timezone

from redaksi.articles.models import Article, ArticleAuthor
from redaksi.newsroom.models import Person, Section

PAGE_SIZE = 20
#: Stories of one person from which on they are no longer fetched all to be sorted.
SORTED = 1000


@dataclass(frozen=True)
class Cursor:
    """A place in a list that is newest first: just after the article with these two values."""

    published_at: datetime.datetime
    pk: int

    FORMAT = "%Y%m%dT%H%M%S%f"

    def __str__(self) -> str:
        """The cursor as part of an address, for example ``20260130T070500000000-17``."""
        utc = self.published_at.astimezone(datetime.UTC)
        return f"{utc.strftime(self.FORMAT)}-{self.pk}"

    @classmethod
    def read(cls, text: str) -> Cursor:
        """Read a cursor from an address.

        Raises:
            ValueError: if it is not one.
        """
        moment, _, pk = text.partition("-")
        if not (pk.isascii() and pk.isdigit() and len(pk) < 19):
            raise ValueError(text)
        read = datetime.datetime.strptime(moment, cls.FORMAT)
        return cls(read.replace(tzinfo=datetime.UTC), int(pk))

    @classmethod
    def of(cls, article: Article) -> Cursor:
        """Return the place of an article."""
        assert article.published_at is not None
        return cls(article.published_at, article.pk)


@dataclass(frozen=True)
class Stretch:
    """One page of a list: its articles and whether there are older and newer ones."""

    articles: list[Article]
    older: Cursor | None


def live_articles() -> QuerySet[Article]:
    """Return what readers may see."""
    articles: QuerySet[Article] = Article.objects.filter(shown_to_readers())
    return articles


def shown_to_readers() -> Q:
    """Return the condition for what readers may see: live and not under embargo."""
    free = Q(embargoed_until__isnull=True) | Q(embargoed_until__lte=timezone.now())
    return Q(live=True) & free


def for_lists(articles: QuerySet[Article]) -> QuerySet[Article]:
    """Return the articles with what lists show and without their bodies."""
    shown = articles.select_related("section", "lead_picture", "locale", "source").defer("body")
    return shown.prefetch_related("lead_picture__renditions")


def newest(
    *, section: Section | None = None, person: Person | None = None, before: Cursor | None = None
) -> Stretch:
    """Return one page of live articles, newest first, after the cursor.

    A top-level section includes its sub-sections. The read follows an index from the cursor
    on, so it costs the same anywhere in an archive of any size.
    """
    articles = for_lists(live_articles()).order_by("-published_at", "-pk")
    if section is not None:
        column = "section" if section.parent_id else "top_section"
        articles = articles.filter(**{column: section})
    if person is not None:
        articles = articles.filter(_by(person))
    if before is not None:
        articles = articles.filter(older_than(before))
    found = list(articles[: PAGE_SIZE + 1])
    has_more = len(found) > PAGE_SIZE
    return Stretch(found[:PAGE_SIZE], Cursor.of(found[PAGE_SIZE - 1]) if has_more else None)


def _by(person: Person) -> Q:
    """Return the condition for what a person wrote.

    Of somebody who wrote little, everything is fetched and sorted. For somebody who wrote
    much, the stories of the whole paper are walked through in order, and each one is asked for.
    """
    written = ArticleAuthor.objects.filter(person=person).order_by()
    if written[:SORTED].count() < SORTED:
        return Q(pk__in=written.values("article"))
    return Q(Exists(written.filter(article=OuterRef("pk"))))


def older_than(place: Cursor) -> Q:
    """Return the condition for articles behind a place in a list that is newest first.

    The first half bounds the walk along the index; the second settles equal moments.
    """
    return Q(published_at__lte=place.published_at) & (
        Q(published_at__lt=place.published_at) | Q(pk__lt=place.pk)
    )


def newer_than(place: Cursor) -> Q:
    """Return the condition for articles before a place in a list that is newest first."""
    return Q(published_at__gte=place.published_at) & (
        Q(published_at__gt=place.published_at) | Q(pk__gt=place.pk)
    )


def previous_of(article: Article) -> Article | None:
    """Return the story of the same section published just before this one."""
    if article.published_at is None:
        return None
    neighbours = live_articles().filter(older_than(Cursor.of(article)), section=article.section_id)
    return _headlines(neighbours).order_by("-published_at", "-pk").first()


def next_of(article: Article) -> Article | None:
    """Return the story of the same section published just after this one."""
    if article.published_at is None:
        return None
    neighbours = live_articles().filter(newer_than(Cursor.of(article)), section=article.section_id)
    return _headlines(neighbours).order_by("published_at", "pk").first()


def _headlines(articles: QuerySet[Article]) -> QuerySet[Article]:
    return articles.select_related("section", "locale").only(
        "headline", "front_headline", "slug", "published_on", "section__slug", "section__name",
        "locale__language_code", "published_at", "embargoed_until",
    )  # fmt: skip
