"""What a saved version brings back: bylines in order, tags, and nothing that is gone."""

from __future__ import annotations

import pytest
from taggit.models import Tag

from redaksi.articles.models import Article, ArticleAuthor
from redaksi.newsroom.models import Person
from tests.cast import Cast
from tests.factories import write_draft

pytestmark = pytest.mark.django_db


@pytest.fixture
def version(cast: Cast) -> Article:
    """A draft whose newest version has three authors and two tags, and its row none."""
    story = write_draft(section=cast.daerah)
    persons = [
        Person.objects.create(name=name, slug=name.lower()) for name in ("Wid", "Ani", "Zul")
    ]
    story.article_authors = [ArticleAuthor(person=person) for person in persons]
    story.tags.add("laut", "kapal")
    story.save_revision()
    return story


def restored(story: Article) -> tuple[list[str], list[str]]:
    """The bylines and tags of the newest version."""
    article = Article.objects.get(pk=story.pk).get_latest_revision_as_object()
    return article.byline_names, sorted(tag.name for tag in article.tags.all())


def test_bylines_and_tags_come_back(version: Article):
    assert restored(version) == (["Wid", "Ani", "Zul"], ["kapal", "laut"])


def test_a_tag_and_a_person_that_are_gone_stay_away(version: Article):
    Tag.objects.get(name="laut").delete()
    Person.objects.get(name="Ani").delete()

    assert restored(version) == (["Wid", "Zul"], ["kapal"])
