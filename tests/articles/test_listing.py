"""The newsroom's list of articles finds old stories too."""

from __future__ import annotations

import datetime

import pytest
from django.urls import reverse

from tests.cast import Cast
from tests.factories import write_live

pytestmark = pytest.mark.django_db
LIST = reverse("wagtailsnippets_articles_article:list")


def test_a_story_of_the_archive_is_found_by_its_day_and_words(cast: Cast, client):
    day = datetime.date(2020, 5, 17)
    write_live(section=cast.nasional, headline="Arsip jembatan lama", story_date=day)
    write_live(section=cast.nasional, headline="Berita hari ini")
    client.force_login(cast.budi)

    of_another_day = client.get(
        LIST, {"q": "jembatan", "published_on_from": "2020-05-18"}
    ).content.decode()
    with_days = client.get(
        LIST,
        {"q": "jembatan", "published_on_from": "2020-05-01", "published_on_to": "2020-05-31"},
    ).content.decode()

    assert "Arsip jembatan lama" not in of_another_day
    assert "Arsip jembatan lama" in with_days


def test_days_alone_narrow_the_list(cast: Cast, client):
    write_live(section=cast.nasional, headline="Lama", story_date=datetime.date(2020, 5, 17))
    write_live(section=cast.nasional, headline="Baru")
    client.force_login(cast.budi)

    page = client.get(LIST, {"published_on_to": "2020-12-31"}).content.decode()

    assert ("Lama" in page, ">Baru<" in page) == (True, False)


@pytest.mark.parametrize(
    "words", ['"', "'", "%", "_", "\\", "*", "a" * 5000, "\u0000", "🗞️", "OR 1=1"]
)
def test_no_search_breaks_the_list(words, cast: Cast, client):
    client.force_login(cast.budi)

    assert client.get(LIST, {"q": words}).status_code == 200
