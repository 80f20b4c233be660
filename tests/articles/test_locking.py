"""A lock keeps others out of a story, a chief takes it over; versions are compared."""

from __future__ import annotations

import pytest
from django.test import Client
from django.urls import reverse

from redaksi.articles.models import Article
from tests.cast import Cast
from tests.editor import form_of
from tests.factories import write_draft

pytestmark = pytest.mark.django_db


def at(name: str, *args: object) -> str:
    return reverse(f"wagtailsnippets_articles_article:{name}", args=args)


@pytest.fixture
def story(cast: Cast, client: Client) -> Article:
    """A draft of Ani's, which her editor has locked."""
    draft = write_draft(section=cast.nasional, owner=cast.ani, headline="Judul lama")
    client.force_login(cast.budi)
    client.post(at("lock", draft.pk))
    return Article.objects.get(pk=draft.pk)


def newest(story: Article) -> Article:
    return Article.objects.get(pk=story.pk).get_latest_revision_as_object()


def test_nobody_else_saves_a_locked_story(cast: Cast, client: Client, story: Article) -> None:
    assert (story.locked, story.locked_by) == (True, cast.budi)
    form = {**form_of(story), "headline": "Judul baru"}

    client.force_login(cast.ani)
    client.post(at("edit", story.pk), form)
    assert newest(story).headline == "Judul lama"

    client.force_login(cast.budi)
    client.post(at("edit", story.pk), form)
    assert newest(story).headline == "Judul baru"


def test_a_chief_takes_over(cast: Cast, client: Client, story: Article) -> None:
    client.force_login(cast.dewi)

    client.post(at("unlock", story.pk))
    client.post(at("lock", story.pk))

    assert Article.objects.get(pk=story.pk).locked_by == cast.dewi


def test_somebody_of_another_desk_does_not(cast: Cast, client: Client, story: Article) -> None:
    client.force_login(cast.citra)

    assert client.post(at("unlock", story.pk)).status_code in (302, 403, 404)

    assert Article.objects.get(pk=story.pk).locked_by == cast.budi


def test_two_versions_are_shown_side_by_side(cast: Cast, client: Client, story: Article) -> None:
    client.post(at("edit", story.pk), {**form_of(story), "headline": "Judul baru"})
    first, second = story.revisions.order_by("pk").values_list("pk", flat=True)

    page = client.get(at("revisions_compare", story.pk, first, second)).content.decode()

    assert '<span class="deletion">lama</span>' in page
    assert '<span class="addition">baru</span>' in page
