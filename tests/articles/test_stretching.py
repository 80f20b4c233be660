"""The pages of a list: few change when a story comes or goes, and none loses or doubles one."""

from __future__ import annotations

import datetime
import inspect
import sys

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from redaksi.articles import stretching
from redaksi.articles.lists import list_under
from redaksi.articles.models import Article
from redaksi.articles.places import Cursor
from redaksi.articles.publishing import unpublish
from redaksi.articles.queries import newest
from redaksi.newsroom.models import Section
from tests.cast import Cast
from tests.factories import write_live

START = datetime.datetime(2026, 1, 1, tzinfo=datetime.UTC)


def pages_of(section: Section) -> dict[str, list[int]]:
    """Every page of the section's list by its name, with the keys of its stories."""
    news, pages, before = list_under(section), {}, None
    while True:
        stretch = newest(section=section, before=before)
        pages[news.page(before)] = [article.pk for article in stretch.articles]
        before = stretch.older
        if before is None:
            return pages


def bring(section: Section, minute: int) -> set[str]:
    """Publish a story of that minute the cheap way; return the pages said to have changed."""
    moment = START + datetime.timedelta(minutes=minute)
    article = Article(
        section=section,
        top_section=section,
        headline="Berita",
        slug=f"berita-{Article.objects.count()}",
        locale_id=1,
        live=True,
        published_at=moment,
        published_on=moment.date(),
    )
    Article.objects.bulk_create([article])
    return stretching.resettle([list_under(section)], Cursor.of(article))


def take(section: Section, number: int) -> set[str]:
    """Take the story offline that is in that place, counted round and round."""
    articles = Article.objects.filter(section=section, live=True).order_by("published_at", "pk")
    if not articles:
        return set()
    article = articles[number % len(articles)]
    Article.objects.filter(pk=article.pk).update(live=False)
    return stretching.resettle([list_under(section)], Cursor.of(article))


ACTS = st.lists(st.tuples(st.sampled_from([bring, bring, take]), st.integers(0, 40)), max_size=40)


@pytest.mark.usefixtures("_small")
class TestAnyOrderOfActs(TestCase):
    """Whatever comes and goes in whatever order."""

    @given(ACTS)
    @settings(max_examples=40, suppress_health_check=list(HealthCheck))
    def test_every_story_stands_once_and_changed_pages_are_named(self, acts):
        section = Section.objects.get(slug="nasional")
        before = pages_of(section)
        for act, number in acts:
            named = act(section, number)
            after = pages_of(section)
            live = Article.objects.filter(section=section, live=True)
            assert [key for page in after.values() for key in page] == list(
                live.order_by("-published_at", "-pk").values_list("pk", flat=True)
            )
            assert all(len(page) <= stretching.LONGEST for page in after.values())
            assert (
                all(len(page) >= stretching.SHORTEST for page in after.values()) or len(after) == 1
            )
            changed = {
                name for name in before.keys() | after.keys() if before.get(name) != after.get(name)
            }
            assert changed <= named
            before = after


@pytest.fixture
def _small(short_pages, cast: Cast):
    """Short pages, and the sections."""


@pytest.mark.django_db
def test_a_new_story_changes_the_first_page_alone(cast: Cast, short_pages):
    for number in range(20):
        write_live(section=cast.nasional, headline=f"Berita {number}")
    before = pages_of(cast.nasional)
    assert len(before) > 3

    write_live(section=cast.nasional, headline="Baru")

    after = pages_of(cast.nasional)
    untouched = [name for name, page in before.items() if after.get(name) == page]
    assert len(untouched) >= len(before) - 1


@pytest.mark.django_db
def test_pages_found_afresh_hold_the_same_stories(cast: Cast, short_pages):
    stories = [write_live(section=cast.nasional, headline=f"Berita {n}") for n in range(20)]
    unpublish(stories[7])
    seen = [key for page in pages_of(cast.nasional).values() for key in page]

    stretching.settle_afresh(list_under(cast.nasional))

    pages = pages_of(cast.nasional)
    assert [key for page in pages.values() for key in page] == seen
    assert len(pages) > 2
    assert all(3 <= len(page) <= 6 for page in pages.values())


@pytest.mark.django_db
def test_a_list_of_any_length_is_settled_by_one_new_story(cast: Cast, monkeypatch):
    monkeypatch.setattr(stretching, "PAGE_SIZE", 1)
    monkeypatch.setattr(stretching, "LONGEST", 2)
    monkeypatch.setattr(stretching, "SHORTEST", 0)
    number = 400
    rows = [
        Article(
            section=cast.nasional, top_section=cast.nasional, headline="Berita", slug=f"lama-{key}",
            locale_id=1, live=True, published_at=START, published_on=START.date(),
        )
        for key in range(number)
    ]  # fmt: skip
    Article.objects.bulk_create(rows)
    limit = sys.getrecursionlimit()
    sys.setrecursionlimit(len(inspect.stack()) + 250)
    try:
        bring(cast.nasional, 1)
    finally:
        sys.setrecursionlimit(limit)

    assert sorted(key for page in pages_of(cast.nasional).values() for key in page) == sorted(
        Article.objects.filter(section=cast.nasional, live=True).values_list("pk", flat=True)
    )
    assert len(pages_of(cast.nasional)) > number / 2
