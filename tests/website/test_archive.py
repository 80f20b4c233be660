"""The archive by date: years, months with a calendar, days with their stories."""

from __future__ import annotations

import datetime

import pytest

from redaksi.articles.publishing import unpublish
from tests.cast import Cast
from tests.factories import write_draft, write_live

pytestmark = pytest.mark.django_db


def write_on(cast: Cast, day: datetime.date, headline: str, section: str = "nasional", **fields):
    return write_live(section=getattr(cast, section), headline=headline, story_date=day, **fields)


def test_the_archive_leads_from_the_years_to_the_stories_of_a_day(cast: Cast, client):
    story = write_on(cast, datetime.date(2022, 1, 30), "Banjir di Semarang")

    pages = [
        client.get(path).content.decode()
        for path in ("/indeks/", "/indeks/2022/", "/indeks/2022/01/", "/indeks/2022/01/30/")
    ]

    assert 'href="/indeks/2022/01/"' in pages[0]
    assert 'href="/indeks/2022/01/30/" aria-label="Minggu, 30 Januari 2022"' in pages[0]
    assert 'href="/indeks/2022/01/"' in pages[1]
    assert 'href="/indeks/2022/01/30/" aria-label="Minggu, 30 Januari 2022"' in pages[2]
    assert f'href="{story.path}" >Banjir di Semarang</a>' in pages[3]


def test_a_day_groups_its_stories_under_their_sections(cast: Cast, client):
    day = datetime.date(2022, 1, 30)
    write_on(cast, day, "Harga beras", "ekonomi")
    write_on(cast, day, "Sidang")

    groups = client.get("/indeks/2022/01/30/").context["groups"]

    assert [(place.slug, [s.headline for s in found]) for place, found in groups] == [
        ("nasional", ["Sidang"]),
        ("ekonomi", ["Harga beras"]),
    ]


def test_the_calendar_begins_on_monday_and_links_days_with_stories_alone(cast: Cast, client):
    write_on(cast, datetime.date(2022, 1, 30), "Satu")
    write_on(cast, datetime.date(2022, 1, 3), "Dua")

    weeks = client.get("/indeks/2022/01/").context["weeks"]

    assert all(week.leaves[0].date.isoweekday() == 1 for week in weeks)
    linked = [leaf.url for week in weeks for leaf in week.leaves if leaf.url]
    assert linked == ["/indeks/2022/01/03/", "/indeks/2022/01/30/"]


@pytest.mark.parametrize(
    "path",
    [
        "/indeks/2022/02/31/", "/indeks/2022/13/", "/indeks/2022/00/", "/indeks/0/",
        "/indeks/9999/",
        "/indeks/99999/", "/indeks/2022/", "/indeks/2022/01/", "/indeks/2022/01/30/",
        "/indeks/9999/12/31/", "/indeks/20x2/",
    ],
)  # fmt: skip
def test_a_date_that_is_none_or_has_no_stories_answers_404(path, cast: Cast, client):
    write_draft(section=cast.nasional, story_date=datetime.date(2022, 1, 30))

    assert client.get(path).status_code == 404


def test_a_date_in_another_spelling_redirects(cast: Cast, client):
    answer = client.get("/indeks/2022/1/3/")

    assert (answer.status_code, answer["Location"]) == (301, "/indeks/2022/01/03/")


def test_a_story_taken_offline_leaves_the_archive(cast: Cast, client):
    story = write_on(cast, datetime.date(2022, 1, 30), "Keliru")

    unpublish(story)

    assert client.get("/indeks/2022/01/30/").status_code == 404
    assert "years" not in client.get("/indeks/").context


def test_a_day_of_too_many_stories_shows_the_newest_and_says_so(cast: Cast, client, monkeypatch):
    monkeypatch.setattr("redaksi.articles.days.AT_MOST", 2)
    monkeypatch.setattr("redaksi.website.archive.AT_MOST", 2)
    for number in range(3):
        write_on(cast, datetime.date(2022, 1, 30), f"Berita {number}")

    page = client.get("/indeks/2022/01/30/").content.decode()

    assert "Berita 0" not in page
    assert 'class="empty"' in page


@pytest.mark.parametrize("number", [1, 3])
def test_pages_cost_the_same_whatever_stands_on_them(
    number, cast: Cast, client, django_assert_num_queries
):
    for place in range(number):
        write_on(cast, datetime.date(2022, 1, 1 + place), f"Hari {place}")
        write_on(cast, datetime.date(2022, 1, 1), f"Berita {place}", "ekonomi")

    for path, queries in [
        ("/indeks/", 18), ("/indeks/2022/", 15), ("/indeks/2022/01/", 16),
        ("/indeks/2022/01/01/", 5),
    ]:  # fmt: skip
        client.get(path)
        with django_assert_num_queries(queries):
            client.get(path)
