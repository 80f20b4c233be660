"""A copy is a new story, and the story it comes from stays as it is."""

from __future__ import annotations

import datetime

import pytest
from django.urls import reverse
from django.utils import timezone

from redaksi.articles.copying import copy_of
from redaksi.articles.models import Article, ArticleAuthor
from redaksi.newsroom.models import Person
from tests.cast import Cast
from tests.editor import form_of
from tests.factories import write_draft, write_live

pytestmark = pytest.mark.django_db


def address(article: Article) -> str:
    return reverse("wagtailsnippets_articles_article:copy", args=[article.pk])


@pytest.mark.parametrize("action", ["", "action-publish", "action-submit"])
def test_the_form_of_a_copy_never_reaches_the_original(action, cast: Cast, client):
    story = write_live(section=cast.nasional, by=cast.ani)
    before = Article.objects.values().get(pk=story.pk)
    client.force_login(cast.ani)

    client.post(address(story), {**form_of(story, headline="Salinan", slug=""), action: "1"})

    old, new = Article.objects.order_by("pk")
    assert Article.objects.values().get(pk=story.pk) == before
    assert (old.live, client.get(old.path).status_code) == (True, 200)
    assert (new.headline, new.owner, new.live) == ("Salinan", cast.ani, False)
    assert new.translation_key != old.translation_key


def test_a_copy_goes_only_where_one_may_write(cast: Cast, client):
    story = write_live(section=cast.nasional, by=cast.ani)
    client.force_login(cast.ani)

    client.post(address(story), form_of(story, section=cast.ekonomi.pk))

    assert Article.objects.count() == 1


def test_the_form_shows_the_newest_version(cast: Cast, client):
    story = write_live(section=cast.nasional, by=cast.ani)
    story.headline = "Versi Terbaru"
    story.save_revision()
    client.force_login(cast.ani)

    form = client.get(address(story)).context["form"]

    assert (form.instance.pk, form["headline"].value()) == (None, "Versi Terbaru")


def test_a_copy_takes_the_words_and_nothing_of_the_state(cast: Cast):
    story = write_draft(section=cast.nasional, owner=cast.budi, kicker="Kilas")
    story.article_authors = [ArticleAuthor(person=Person.objects.create(name="P", slug="p"))]
    story.tags.add("banjir")
    story.locked, story.locked_by = True, cast.dewi
    story.embargoed_until = story.withdrawn_at = timezone.now() + datetime.timedelta(days=1)
    story.save()
    story.save_revision(user=cast.budi)

    copy = copy_of(story)

    assert (copy.pk, copy.owner, copy.locked, copy.locked_by) == (None, None, False, None)
    assert (copy.embargoed_until, copy.withdrawn_at, copy.latest_revision) == (None, None, None)
    assert (copy.headline, copy.kicker) == (story.headline, "Kilas")
    assert [author.person.name for author in copy.article_authors.all()] == ["P"]
    assert [tag.name for tag in copy.tags.all()] == ["banjir"]
