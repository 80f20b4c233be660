"""Reads of live articles whose cost does not grow with the archive."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Q, QuerySet
from django.utils import timezone
from taggit.models import Tag

from redaksi.articles import stretching
from redaksi.articles.barring import free_of_embargo
from redaksi.articles.completing import complete
from redaksi.articles.lists import PAPER, NewsList, list_about, list_by, list_under
from redaksi.articles.models import Article
from redaksi.articles.places import (
    NEWEST_FIRST,
    OLDEST_FIRST,
    Cursor,
    at_or_newer,
    at_or_older,
    newer_than,
    older_than,
)
from redaksi.design.batches import each_once, once
from redaksi.design.shown import is_noted, shows
from redaksi.newsroom.models import Person, Section
from redaksi.pictures.renditions import fetch_made


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
    return Q(live=True) & free_of_embargo()


def is_shown_to_readers(article: Article) -> bool:
    """Whether readers may see the article, as its row was read."""
    end = article.embargoed_until
    return article.live and (end is None or end <= timezone.now())


def for_lists(articles: QuerySet[Article]) -> QuerySet[Article]:
    """Return the articles with what lists show and without their bodies."""
    shown = articles.select_related("section", "lead_picture", "locale", "source").defer("body")
    return shown.prefetch_related("lead_picture__renditions")


def teasers(keys: Iterable[int]) -> list[Article]:
    """Return the articles with what lists show, in the keys' order; once for a batch of pages."""
    keys = list(keys)
    found = each_once("teaser", keys, _teasers_in_bulk)
    return [found[key] for key in keys if key in found]


def _teasers_in_bulk(keys: list[int]) -> dict[int, Article]:
    found: dict[int, Article] = Article.objects.defer("body").in_bulk(keys)
    complete(found.values())
    fetch_made(article.lead_picture for article in found.values() if article.lead_picture)
    return found


def newest(
    *,
    section: Section | None = None,
    person: Person | None = None,
    tag: Tag | None = None,
    before: Cursor | None = None,
) -> Stretch:
    """Return one page of live articles, newest first, behind the cursor, as lists show them.

    A top-level section includes its sub-sections.
    """
    keys, older = keys_of_stretch(_asked_for(section, person, tag), before)
    for key in keys:
        shows("teaser", key)
    return Stretch(teasers(keys), older)


def keys_of_stretch(
    news: NewsList, before: Cursor | None = None
) -> tuple[list[int], Cursor | None]:
    """Return the keys of one page of a list, and where it ends if there are older stories.

    It is read once for a batch of pages, along an index from the cursor on, so it costs the same
    anywhere in an archive of any size.
    """
    return once(("stretch", news.page(before)), lambda: _keys_of_stretch(news, before))


def _keys_of_stretch(news: NewsList, before: Cursor | None) -> tuple[list[int], Cursor | None]:
    shows("list", news.page(before))
    if before is not None and is_noted() and not stretching.is_an_end(news, before):
        return [], None  # Such a page is for one reader and not to be kept.
    end = stretching.end_of_page(news, before)
    found = stretching.places_between(news, news.shown_rows(), before, end)
    if len(found) > stretching.LONGEST:
        found = found[: stretching.PAGE_SIZE]
        end = found[-1]
    return [place.pk for place in found], end


def _asked_for(section: Section | None, person: Person | None, tag: Tag | None) -> NewsList:
    if person is not None:
        return list_by(person)
    if tag is not None:
        return list_about(tag)
    return PAPER if section is None else list_under(section)


def previous_of(article: Article) -> Article | None:
    """Return the story of the same section published just before this one."""
    if article.published_at is None:
        return None
    return before_place(article.section_id, Cursor.of(article))


def next_of(article: Article) -> Article | None:
    """Return the story of the same section published just after this one."""
    if article.published_at is None:
        return None
    return after_place(article.section_id, Cursor.of(article))


def before_place(section: int, place: Cursor) -> Article | None:
    """Return the newest live story of the section behind a place."""
    return _headlines(stories_behind(section, place)).first()


def after_place(section: int, place: Cursor) -> Article | None:
    """Return the oldest live story of the section before a place."""
    return _headlines(stories_ahead(section, place)).first()


def stories_behind(section: int, place: Cursor) -> QuerySet[Article]:
    """Return the live stories of the section behind a place, newest first."""
    older = live_articles().filter(older_than(place), section=section)
    return older.order_by(*NEWEST_FIRST)


def stories_ahead(section: int, place: Cursor) -> QuerySet[Article]:
    """Return the live stories of the section before a place, oldest first."""
    newer = live_articles().filter(newer_than(place), section=section)
    return newer.order_by(*OLDEST_FIRST)


def stories_between(section: int, oldest: Cursor, newest: Cursor) -> QuerySet[Article]:
    """Return the live stories of the section from one place to another, oldest first."""
    inside = live_articles().filter(at_or_newer(oldest), at_or_older(newest), section=section)
    return inside.order_by(*OLDEST_FIRST)


def headlines_in_bulk(keys: list[int]) -> dict[int, Article]:
    """Return the stories with these keys, with what links to them show."""
    return _headlines(Article.objects.all()).in_bulk(keys)


def _headlines(articles: QuerySet[Article]) -> QuerySet[Article]:
    return articles.select_related("section", "locale").only(
        "headline", "front_headline", "slug", "published_on", "section__slug", "section__name",
        "locale__language_code", "published_at", "embargoed_until", "live", "kind", "story_date",
        "first_published_at",
    )  # fmt: skip
