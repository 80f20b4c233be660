"""Reads: nothing doubled, nothing missed, and no cost that grows with the archive."""

from __future__ import annotations

import contextlib
import datetime

import pytest
from django.db import connection
from django.utils import timezone
from hypothesis import given
from hypothesis import strategies as st
from taggit.models import Tag

from redaksi.articles.fetching import stories_at
from redaksi.articles.lists import list_about, list_by
from redaksi.articles.models import Article
from redaksi.articles.places import Cursor, newer_than, older_than
from redaksi.articles.queries import newest, next_of, previous_of
from redaksi.newsroom.models import Person
from tests.cast import Cast
from tests.factories import write_live

pytestmark = pytest.mark.django_db
DAY = datetime.date(2026, 1, 30)
#: What the indexes are called that have lists in order.
ORDERED = ("newest_first", "articles_listedstory USING COVERING INDEX")


def write_series(section, number: int) -> list[Article]:
    """Stories of which some share a moment of publication."""
    start = datetime.datetime(2026, 1, 1, tzinfo=datetime.UTC)
    stories = []
    for place in range(number):
        moment = start + datetime.timedelta(minutes=place // 2)
        words = {"headline": f"Berita {place}", "slug": f"berita-{place}"}
        stories.append(write_live(section=section, first_published_at=moment, **words))
    return stories


def test_previous_and_next_go_by_time_of_publication(cast: Cast):
    first, second, third, fourth = write_series(cast.nasional, 4)
    write_live(section=cast.ekonomi, headline="Rubrik lain")

    assert [previous_of(story) for story in (first, second, third, fourth)] == [
        None, first, second, third,
    ]  # fmt: skip
    assert [next_of(story) for story in (first, second, third, fourth)] == [
        second, third, fourth, None,
    ]  # fmt: skip


def test_pages_hold_every_story_once(cast: Cast, short_pages):
    stories = write_series(cast.nasional, 11)

    seen, before = [], None
    while True:
        stretch = newest(section=cast.nasional, before=before)
        seen += stretch.articles
        before = stretch.older
        if before is None:
            break

    assert seen == sorted(stories, key=lambda story: (story.published_at, story.pk), reverse=True)


def test_stories_published_while_leafing_move_nothing(cast: Cast, short_pages):
    stories = write_series(cast.nasional, 9)
    first = newest(section=cast.nasional)

    for number in range(6):
        write_live(section=cast.nasional, headline=f"Baru saja {number}")
    second = newest(section=cast.nasional, before=first.older)

    assert first.articles + second.articles == stories[::-1]


def test_an_embargo_hides_even_what_is_live_by_accident(cast: Cast, client):
    story = write_live(section=cast.nasional)
    Article.objects.filter(pk=story.pk).update(
        embargoed_until=timezone.now() + datetime.timedelta(hours=1)
    )

    assert newest().articles == []
    assert client.get(story.path).status_code == 404


@given(
    moment=st.datetimes(min_value=datetime.datetime(1970, 1, 1), timezones=st.just(datetime.UTC)),
    pk=st.integers(min_value=1, max_value=10**17),
)
def test_a_cursor_reads_back_what_it_wrote(moment, pk):
    assert Cursor.read(str(Cursor(moment, pk))) == Cursor(moment, pk)


@given(st.text())
def test_no_text_breaks_a_cursor(text):
    with contextlib.suppress(ValueError):
        Cursor.read(text)


def plan_of(queryset) -> str:
    return queryset.explain()


@pytest.mark.skipif("sqlite" not in connection.vendor, reason="reads SQLite's query plans")
def test_lists_walk_an_index_and_never_sort(cast: Cast):
    story = write_live(section=cast.nasional)
    cursor = Cursor.of(story)
    from redaksi.articles.queries import live_articles

    newest_first = ("-published_at", "-pk")
    work, topic = list_by(Person(pk=1)), list_about(Tag(pk=1))
    plans = {
        "paper": live_articles().order_by(*newest_first)[:21],
        "section": live_articles().filter(top_section=1).order_by(*newest_first)[:21],
        "section, later page": live_articles()
        .filter(older_than(cursor), top_section=1)
        .order_by(*newest_first)[:21],
        "a writer": work.shown_rows().order_by(*work.newest_first())[:41],
        "a tag, later page": topic.shown_rows()
        .filter(older_than(cursor, key=topic.column))
        .order_by(*topic.newest_first())[:41],
        "previous": live_articles()
        .filter(older_than(cursor), section=1)
        .order_by(*newest_first)[:1],
        "next": live_articles()
        .filter(newer_than(cursor), section=1)
        .order_by("published_at", "pk")[:1],
    }

    explained = {name: plan_of(queryset) for name, queryset in plans.items()}

    sorted_or_scanned = {
        name: plan for name, plan in explained.items()
        if "TEMP B-TREE" in plan or not any(index in plan for index in ORDERED)
    }  # fmt: skip
    assert sorted_or_scanned == {}
    for name in ("section, later page", "a tag, later page", "previous", "next"):
        assert "published_at" in explained[name] or "(<expr>" in explained[name], explained[name]


@pytest.mark.skipif("sqlite" not in connection.vendor, reason="reads SQLite's query plans")
def test_many_addresses_are_looked_up_one_by_one_in_the_index_of_addresses(cast: Cast):
    paths = [story.path for story in write_series(cast.nasional, 3)]
    paths.append(write_live(section=cast.ekonomi, headline="Rubrik lain").path)

    stories = stories_at([*paths, "/nasional/", "/tiada/2026/01/30/berita/"])

    assert {story.path for story in stories} == set(paths)
    assert "MULTI-INDEX OR" in plan_of(stories)
    assert "SCAN" not in plan_of(stories)
