"""What the edge counted becomes rankings: hours added up, only live stories, pages that follow."""

from __future__ import annotations

import datetime
import json
from collections import Counter

import pytest
from django.conf import settings
from django.utils import timezone

from redaksi.articles.models import Article, OutboxEntry
from redaksi.articles.publishing import unpublish
from redaksi.readers.models import ReadCount
from redaksi.readers.ranking import most_read, rank, stories_in
from redaksi.readers.reads import add, forget_old_reads, take_over
from tests.cast import Cast
from tests.factories import write_live
from tests.fronts.laying import lay_out

pytestmark = pytest.mark.django_db
NOW = timezone.now()
HOUR = datetime.timedelta(hours=1)


@pytest.fixture
def folder():
    """The folder in which the edge leaves its numbers, empty before and after."""
    folder = settings.INSTANCE.pages / "reads"
    folder.mkdir(parents=True, exist_ok=True)
    yield folder
    for file in folder.iterdir():
        file.unlink()


def stories(cast: Cast, *names: str) -> list[Article]:
    return [write_live(section=cast.nasional, headline=name) for name in names]


def read(story: Article, times: int, at: datetime.datetime = NOW) -> None:
    add(Counter({story.path: times}), at=at)


def test_files_of_all_processes_are_added_up_and_taken_away(cast: Cast, folder):
    (story,) = stories(cast, "Satu")
    (folder / "1.json").write_text(json.dumps({story.path: 2, "/": 9, "/a/2026/01/01/b/": 3}))
    (folder / "2.json").write_text(json.dumps({story.path: 3}))
    (folder / "3.json").write_text("{damaged")
    (folder / "4.part").write_text("{")

    taken = take_over(), take_over()

    assert taken == (3, 0)
    assert [(row.article, row.number) for row in ReadCount.objects.all()] == [(story, 5)]
    assert [file.name for file in folder.iterdir()] == ["4.part"]


def test_a_night_of_many_stories_costs_few_questions(cast: Cast, django_assert_num_queries):
    counted = Counter({story.path: 2 for story in stories(cast, *map(str, range(12)))})
    add(counted, at=NOW)

    # A savepoint and its release, sections, stories, rows of before, and all of them at once.
    with django_assert_num_queries(6):
        add(counted, at=NOW)

    assert set(ReadCount.objects.values_list("number", flat=True)) == {4}


def test_the_same_hour_is_one_row(cast: Cast):
    (story,) = stories(cast, "Satu")

    read(story, 2)
    read(story, 3)
    read(story, 1, NOW - HOUR)

    assert sorted(ReadCount.objects.values_list("number", flat=True)) == [1, 5]


def test_a_day_and_a_week_are_ranked_for_paper_and_sections(cast: Cast):
    one, two = stories(cast, "Satu", "Dua")
    below = write_live(section=cast.daerah, headline="Daerah")
    read(one, 5)
    read(below, 3)
    read(two, 9, NOW - 50 * HOUR)

    rank()

    assert stories_in("day", None) == [one.pk, below.pk]
    assert stories_in("week", None) == [two.pk, one.pk, below.pk]
    assert stories_in("day", cast.daerah) == [below.pk]
    assert stories_in("week", cast.nasional) == [two.pk, one.pk, below.pk]


def test_what_readers_may_not_see_and_what_is_paid_for_is_in_no_ranking(cast: Cast):
    one, two = stories(cast, "Satu", "Dua")
    paid = write_live(section=cast.nasional, headline="Iklan", kind="advertorial")
    for story in (one, two, paid):
        read(story, 5)
    rank()

    unpublish(one)

    assert stories_in("day", None) == [two.pk]


def test_pages_follow_only_when_an_order_has_changed(cast: Cast):
    one, two = stories(cast, "Satu", "Dua")
    read(one, 5)
    read(two, 3)
    rank()
    OutboxEntry.objects.all().delete()

    read(one, 1)
    unchanged = rank()
    read(two, 9)
    changed = rank()

    top = cast.nasional.pk
    assert unchanged == []
    assert set(changed) == {
        f"ranking:{span}-{place}" for span in ("day", "week") for place in (0, top)
    }


def test_without_reads_of_today_the_slot_shows_the_week(cast: Cast):
    (one,) = stories(cast, "Satu")
    read(one, 5, NOW - 50 * HOUR)

    rank()

    assert list(most_read(None, 5)) == [one.pk]


def test_the_page_and_the_slot_show_the_order(cast: Cast, client):
    one, two = stories(cast, "Satu", "Dua")
    read(one, 5)
    read(two, 7)
    rank()
    lay_out(None, [("most_read", {"number": 5, "may_repeat": True})])

    page = client.get("/terpopuler/").content.decode()
    front = client.get("/").content.decode()

    for html in (page, front):
        ranking = html[html.index('class="ranking"') :]
        assert ranking.index("Dua") < ranking.index("Satu")


def test_an_empty_page_says_so(db, client):
    assert "Belum ada yang terhitung." in client.get("/terpopuler/").content.decode()


@pytest.mark.parametrize("number", [1, 12])
def test_the_page_costs_the_same(number, cast: Cast, client, django_assert_num_queries):
    for at, story in enumerate(stories(cast, *[f"Berita {at}" for at in range(number)])):
        read(story, 20 - at)
    rank()

    with django_assert_num_queries(11):
        client.get("/terpopuler/")


def test_old_hours_are_forgotten(cast: Cast):
    (one,) = stories(cast, "Satu")
    read(one, 5, NOW - datetime.timedelta(days=9))
    read(one, 5)

    assert forget_old_reads() == 1
