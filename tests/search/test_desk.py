"""The newsroom's list finds drafts by words, authors and agencies, within a person's reach."""

from __future__ import annotations

from typing import Any

import pytest
from django.contrib.messages import get_messages
from django.urls import reverse

from redaksi.articles.models import Agency, Article, ArticleAuthor
from redaksi.newsroom.models import Person
from redaksi.search.choosing import engine
from tests.cast import Cast
from tests.factories import write_draft, write_live

pytestmark = pytest.mark.django_db

LIST = reverse("wagtailsnippets_articles_article:list")


def listed(client, **choices: Any) -> list[str]:
    """The headlines on the list."""
    return [story.headline for story in client.get(LIST, choices).context["object_list"]]


def warnings(client, **choices: Any) -> list[str]:
    """What the list says above itself."""
    return [str(message) for message in get_messages(client.get(LIST, choices).wsgi_request)]


@pytest.fixture
def stories(cast: Cast) -> None:
    write_live(section=cast.nasional, by=cast.ani, headline="Jembatan dibuka")
    write_draft(section=cast.nasional, owner=cast.ani, headline="Draf jembatan", slugline="rawa")
    write_draft(section=cast.daerah, owner=cast.budi, headline="Tiang jembatan")
    write_draft(section=cast.ekonomi, owner=cast.citra, headline="Rahasia jembatan")


@pytest.mark.parametrize(
    ("who", "headlines"),
    [
        ("dewi", ["Rahasia jembatan", "Tiang jembatan", "Draf jembatan", "Jembatan dibuka"]),
        ("budi", ["Tiang jembatan", "Draf jembatan", "Jembatan dibuka"]),
        ("ani", ["Draf jembatan", "Jembatan dibuka"]),
        ("citra", ["Rahasia jembatan"]),
    ],
)
def test_drafts_are_found_by_those_who_may_see_them(who, headlines, cast: Cast, stories, client):
    client.force_login(getattr(cast, who))

    assert listed(client, q="jembatan") == headlines


@pytest.mark.parametrize(
    ("words", "headlines"),
    [
        ("jemb", ["Rahasia jembatan", "Tiang jembatan", "Draf jembatan", "Jembatan dibuka"]),
        ("membuka jembatan", ["Jembatan dibuka"]),
        ('"draf jembatan"', ["Draf jembatan"]),
        ("jembatan -draf -rahasia", ["Tiang jembatan", "Jembatan dibuka"]),
        ("rawa", ["Draf jembatan"]),
        ("kapal", []),
    ],
)
def test_the_desk_searches_text_and_sluglines(words, headlines, cast: Cast, stories, client):
    client.force_login(cast.dewi)

    assert listed(client, q=words) == headlines


def test_stories_are_found_by_author_and_agency(cast: Cast, client):
    sari = Person.objects.create(name="Sari Lestari", slug="sari-lestari")
    agency = Agency.objects.create(code="kbn", name="KBN", credit_text="KBN")
    story = write_draft(section=cast.nasional, headline="Karya Sari", source=agency)
    story.article_authors.add(ArticleAuthor(person=sari, sort_order=0))
    story.save()
    write_draft(section=cast.nasional, headline="Karya lain")
    client.force_login(cast.budi)

    assert listed(client, person=sari.pk) == ["Karya Sari"]
    assert listed(client, source=agency.pk, q="karya") == ["Karya Sari"]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("x" * 301, "That is too long: use at most 300 characters and 20 words."),
        ("a " * 21, "That is too long: use at most 300 characters and 20 words."),
        ("-jembatan", "Add a word that the stories should have."),
    ],
)
def test_what_cannot_be_looked_for_is_said(words, said, cast: Cast, stories, client, settings):
    settings.LANGUAGE_CODE = "en"
    client.force_login(cast.dewi)

    assert (listed(client, q=words), warnings(client, q=words)) == ([], [said])


def test_a_deleted_draft_is_found_no_more(cast: Cast, stories, client):
    client.force_login(cast.dewi)

    Article.objects.get(headline="Draf jembatan").delete()

    assert "Draf jembatan" not in listed(client, q="jembatan")


def test_a_search_that_takes_too_long_says_so(cast: Cast, stories, client, monkeypatch, settings):
    settings.LANGUAGE_CODE = "en"
    monkeypatch.setattr("redaksi.articles.desk.searching.LONGEST_SEARCH", -1.0)
    monkeypatch.setattr("redaksi.search.fts5.STEPS", 1)
    client.force_login(cast.dewi)

    if type(engine()).__name__ == "Fts5":
        assert warnings(client, q="jembatan") == [
            "The search took too long: use rarer words or fewer days."
        ]
