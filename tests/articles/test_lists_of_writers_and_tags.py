"""The stories of a writer and of a tag stand in lists of their own, whatever happens to them."""

from __future__ import annotations

import datetime
from importlib import import_module

import pytest
from django.db import connection
from django.utils import timezone
from taggit.models import Tag

from redaksi.articles.listing import list_all_afresh
from redaksi.articles.models import Article, ArticleAuthor, ListedStory
from redaksi.articles.publishing import publish, unpublish
from redaksi.articles.queries import newest
from redaksi.newsroom.models import Person
from tests.cast import Cast
from tests.factories import write_draft

pytestmark = pytest.mark.django_db


@pytest.fixture
def sari(cast: Cast) -> Person:
    return Person.objects.create(name="Sari", slug="sari")


def written_by(person: Person, tags: list[str], **fields: object) -> Article:
    story = write_draft(**fields)
    story.article_authors = [ArticleAuthor(person=person)]
    story.tags.add(*tags)
    story.save_revision()
    publish(story)
    story.refresh_from_db()
    return story


def of(person: Person) -> list[Article]:
    return newest(person=person).articles


def about(name: str) -> list[Article]:
    return newest(tag=Tag.objects.get(name=name)).articles


def test_a_story_is_listed_from_its_publication_until_it_is_taken_offline(cast: Cast, sari):
    first = written_by(sari, ["laut", "kapal"], section=cast.nasional, headline="Pertama")
    second = written_by(sari, ["laut"], section=cast.ekonomi, headline="Kedua")

    assert of(sari) == [second, first]
    assert about("laut") == [second, first]
    assert about("kapal") == [first]

    unpublish(second)

    assert of(sari) == about("laut") == [first]


def test_a_draft_is_in_no_list(cast: Cast, sari):
    story = write_draft(section=cast.nasional)
    story.article_authors = [ArticleAuthor(person=sari)]
    story.save()

    assert ArticleAuthor.objects.get().person == sari
    assert of(sari) == []


def test_a_story_leaves_the_list_of_what_it_no_longer_names(cast: Cast, sari):
    other = Person.objects.create(name="Bima", slug="bima")
    story = written_by(sari, ["laut"], section=cast.nasional)

    story.article_authors = [ArticleAuthor(person=other)]
    story.tags.set(["kapal"])
    story.save_revision()
    publish(story)

    assert of(sari) == about("laut") == []
    assert of(other) == about("kapal") == [story]


def test_a_deleted_story_leaves_every_list(cast: Cast, sari):
    story = written_by(sari, ["laut"], section=cast.nasional)
    assert of(sari) == [story]

    story.delete()

    assert of(sari) == about("laut") == []
    assert not ListedStory.objects.exists()


def test_a_story_under_embargo_is_listed_only_after_it(cast: Cast, sari):
    story = written_by(sari, ["laut"], section=cast.nasional)
    assert of(sari) == [story]
    tomorrow = timezone.now() + datetime.timedelta(days=1)
    Article.objects.filter(pk=story.pk).update(embargoed_until=tomorrow)

    assert of(sari) == about("laut") == []


def listed() -> set[tuple[object, ...]]:
    return set(ListedStory.objects.values_list("list", "published_at", "article"))


@pytest.mark.parametrize("way", ["migration", "afresh"])
def test_an_older_archive_is_listed_as_if_it_had_been_published_here(way: str, cast: Cast, sari):
    for number in range(3):
        written_by(sari, ["laut", "kapal"], section=cast.nasional, headline=f"B {number}")
    unpublish(written_by(sari, ["laut"], section=cast.nasional, headline="Ditarik"))
    kept = listed()
    assert len(kept) == 9
    ListedStory.objects.all().delete()

    if way == "afresh":
        list_all_afresh()
    else:
        migration = import_module("redaksi.articles.migrations.0006_listed_stories")
        with connection.cursor() as cursor:
            cursor.execute(migration.BY_WRITERS)
            cursor.execute(migration.ABOUT_TAGS)

    assert listed() == kept
