"""What a saved version brings back: bylines in order, tags, and nothing that is gone."""

from __future__ import annotations

import pytest
from django.contrib.messages import get_messages
from django.urls import reverse
from taggit.models import Tag

from redaksi.articles.models import Agency, Article, ArticleAuthor
from redaksi.newsroom.models import Person, Section
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


@pytest.fixture
def outlived(cast: Cast) -> Article:
    """A draft whose first version names a section, an agency and an author deleted since."""
    section = Section.objects.create(name="Olahraga", slug="olahraga")
    agency = Agency.objects.create(name="Kantor Berita X", code="x")
    author = Person.objects.create(name="Zul", slug="zul")
    story = write_draft(section=section, source=agency, headline="Judul lama")
    story.article_authors = [ArticleAuthor(person=author)]
    story.save_revision()
    story.section, story.source, story.headline = cast.daerah, None, "Judul baru"
    story.article_authors = []
    story.save()
    story.save_revision()
    return story


def delete(client, *things) -> None:
    """Delete in the newsroom, where the log keeps the names."""
    for thing in things:
        client.post(reverse(thing.snippet_viewset.get_url_name("delete"), args=[thing.pk]))


def words(answer) -> str:
    return " ".join(str(message) for message in get_messages(answer.wsgi_request))


def open_version(story: Article) -> str:
    first = story.revisions.order_by("pk")[1]
    return reverse("wagtailsnippets_articles_article:revisions_revert", args=[story.pk, first.pk])


def compare_versions(story: Article) -> str:
    first = story.revisions.order_by("pk")[1]
    return reverse(
        "wagtailsnippets_articles_article:revisions_compare", args=[story.pk, first.pk, "latest"]
    )


@pytest.mark.parametrize("screen", [open_version, compare_versions])
def test_a_version_opens_without_what_was_deleted_and_says_so(
    screen, outlived: Article, cast: Cast, client
):
    client.force_login(cast.dewi)
    gone = [
        Section.objects.get(slug="olahraga"),
        Agency.objects.get(code="x"),
        Person.objects.get(slug="zul"),
    ]
    delete(client, *gone)

    page = client.get(screen(outlived))

    assert page.status_code == 200
    assert "lama" in page.content.decode()
    assert [name for name in map(str, gone) if f"“{name}”" not in words(page)] == []


def test_a_version_in_a_deleted_section_comes_back_in_the_present_one(
    outlived: Article, cast: Cast
):
    Section.objects.get(slug="olahraga").delete()

    old = outlived.revisions.order_by("pk")[1].as_object()

    assert (old.headline, old.section, old.top_section) == (
        "Judul lama",
        cast.daerah,
        cast.nasional,
    )


def test_a_version_that_lacks_nothing_says_nothing(outlived: Article, cast: Cast, client):
    client.force_login(cast.dewi)

    page = client.get(open_version(outlived))

    assert "Kantor Berita X" not in words(page)
