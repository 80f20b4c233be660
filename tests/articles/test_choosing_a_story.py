"""The chooser for related stories is searched by words of the headline."""

from __future__ import annotations

import pytest
from django.urls import reverse

from redaksi.articles.desk import paging
from tests.cast import Cast
from tests.factories import write_draft, write_live

pytestmark = pytest.mark.django_db

CHOOSER = "wagtailsnippetchoosers_articles_article"


def found(client, **asked: str) -> list[str]:
    answer = client.get(reverse(f"{CHOOSER}:choose_results"), asked)
    return [story.headline for story in answer.context["results"]]


@pytest.fixture
def stories(cast: Cast) -> None:
    write_live(section=cast.ekonomi, by=cast.citra, headline="Harga Ikan Naik di Ambon")
    write_live(section=cast.nasional, by=cast.ani, headline="Jembatan Ambon Dibuka")
    write_draft(section=cast.nasional, owner=cast.ani, headline="Ambon Bersiap")
    write_draft(section=cast.ekonomi, owner=cast.citra, headline="Rahasia Ambon")


@pytest.mark.parametrize(
    ("words", "headlines"),
    [
        ("", ["Ambon Bersiap", "Jembatan Ambon Dibuka", "Harga Ikan Naik di Ambon"]),
        ("jembatan", ["Jembatan Ambon Dibuka"]),
        ("ambon ikan", ["Harga Ikan Naik di Ambon"]),
        ("ambon", ["Ambon Bersiap", "Jembatan Ambon Dibuka", "Harga Ikan Naik di Ambon"]),
        ("rahasia", []),
        ("zzzz", []),
    ],
)
def test_stories_are_found_by_words_of_the_headline(words, headlines, cast, stories, client):
    client.force_login(cast.ani)

    assert found(client, q=words) == headlines


def test_the_chooser_shows_where_to_search(cast: Cast, client):
    client.force_login(cast.ani)

    assert 'name="q"' in client.get(reverse(f"{CHOOSER}:choose")).json()["html"]


def test_the_search_looks_through_the_newest_stories_only(cast, stories, client, monkeypatch):
    monkeypatch.setattr(paging, "SEARCHED", 3)
    client.force_login(cast.ani)

    assert found(client, q="harga") == []
    assert found(client, q="jembatan") == ["Jembatan Ambon Dibuka"]
