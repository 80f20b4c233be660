"""A damaged version is refused with a sentence on every screen; nobody is locked out by it."""

from __future__ import annotations

import json
from typing import Any

import pytest
from django.contrib.messages import get_messages
from django.urls import reverse
from wagtail.models import Locale, Revision

from redaksi.articles.models import Article
from redaksi.articles.publishing import publish
from redaksi.articles.readiness import NotReady
from redaksi.newsroom.models import Section
from tests.cast import Cast
from tests.editor import form_of
from tests.factories import write_live

pytestmark = pytest.mark.django_db

NAMESPACE = "wagtailsnippets_articles_article"
NOWHERE = 99_999


def block(kind: str, value: Any) -> dict[str, str]:
    return {"body": json.dumps([{"type": kind, "value": value, "id": "1"}])}


DAMAGE = {
    "body": {"body": "no JSON"},
    "no body": {"body": None},
    "no headline": {"headline": None},
    "section": {"section": NOWHERE},
    "language": {"locale": NOWHERE},
    "agency": {"source": NOWHERE},
    "picture": {"lead_picture": NOWHERE},
    "kind": {"kind": "zzz"},
    "story date": {"story_date": "bad"},
    "urgency": {"urgency": "zz"},
    "authors": {"article_authors": [{"pk": None, "sort_order": 0, "person": NOWHERE}]},
    "authors' shape": {"article_authors": "x"},
    "subjects": {"subjects": [NOWHERE]},
    "paragraph": block("paragraph", 123),
    "gallery": block("gallery", {"title": "", "pictures": "x"}),
    "table": block("table", {"columns": "x"}),
    "document": block("document", {"document": NOWHERE}),
    "unknown block": block("zzz", "x"),
}


@pytest.fixture
def story(cast: Cast) -> Article:
    return write_live(section=cast.nasional, headline="Judul lama")


def damage(story: Article, values: dict[str, Any]) -> Revision:
    """Make the story's newest version one that no form has written."""
    whole = story.latest_revision
    version = Revision.objects.get(pk=story.save_revision().pk)
    version.content = {**whole.content, **values}
    version.save()
    return version


def screens_of(story: Article, version: Revision) -> list[str]:
    whole = story.live_revision_id
    return [
        reverse(f"{NAMESPACE}:revisions_compare", args=[story.pk, whole, version.pk]),
        reverse(f"{NAMESPACE}:revisions_compare", args=[story.pk, version.pk, whole]),
        reverse(f"{NAMESPACE}:revisions_revert", args=[story.pk, version.pk]),
        reverse(f"{NAMESPACE}:revisions_view", args=[story.pk, version.pk]),
        reverse(f"{NAMESPACE}:edit", args=[story.pk]),
        reverse(f"{NAMESPACE}:copy", args=[story.pk]),
        reverse(f"{NAMESPACE}:history", args=[story.pk]),
        reverse(f"{NAMESPACE}:list"),
    ]


@pytest.mark.parametrize("values", DAMAGE.values(), ids=DAMAGE)
def test_no_screen_breaks_over_it(values, story: Article, cast: Cast, client):
    version = damage(story, values)
    client.force_login(cast.budi)
    history = reverse(f"{NAMESPACE}:history", args=[story.pk])

    for screen in screens_of(story, version):
        answer = client.get(screen)
        assert answer.status_code == 200 or answer.url == history, screen


@pytest.mark.parametrize("values", DAMAGE.values(), ids=DAMAGE)
def test_readers_keep_a_whole_page_when_it_is_published(values, story, cast: Cast, client):
    damage(story, values)
    client.force_login(cast.budi)
    url = reverse("wagtail_bulk_action", args=["articles", "article", "publish"])

    answer = client.post(f"{url}?id={story.pk}")

    assert answer.status_code == 302
    assert [str(message) for message in get_messages(answer.wsgi_request)] != []
    assert client.get(story.path).status_code == 200


@pytest.mark.parametrize("name", ["story date", "table"])
def test_the_editor_is_led_to_the_history_with_a_sentence(name, story, cast: Cast, client):
    version = damage(story, DAMAGE[name])
    client.force_login(cast.budi)
    revert = reverse(f"{NAMESPACE}:revisions_revert", args=[story.pk, version.pk])

    answer = client.get(revert, follow=True)

    assert answer.redirect_chain == [(reverse(f"{NAMESPACE}:history", args=[story.pk]), 302)]
    assert "rusak" in answer.content.decode() or "damaged" in answer.content.decode()


@pytest.mark.parametrize("name", ["language", "story date", "table"])
def test_an_earlier_version_puts_the_story_right(name, story, cast: Cast, client):
    damage(story, DAMAGE[name])
    client.force_login(cast.budi)
    revert = reverse(f"{NAMESPACE}:revisions_revert", args=[story.pk, story.live_revision_id])

    assert client.get(revert).status_code == 200
    client.post(revert, form_of(story, headline="Judul baru"))

    assert Article.objects.get(pk=story.pk).get_latest_revision_as_object().headline == "Judul baru"


def test_a_version_in_a_deleted_section_opens_in_the_present_one(story, cast: Cast, client):
    gone = Section.objects.create(name="Olahraga", slug="olahraga")
    version = damage(story, {"section": gone.pk})
    gone.delete()
    client.force_login(cast.budi)

    for screen in screens_of(story, version)[:4]:
        assert client.get(screen).status_code == 200, screen


def test_a_version_in_a_deleted_language_does_not_break(story, cast: Cast, client):
    gone = Locale.objects.create(language_code="fr")
    version = damage(story, {"locale": gone.pk})
    gone.delete()
    client.force_login(cast.budi)

    for screen in screens_of(story, version):
        assert client.get(screen, follow=True).status_code == 200, screen


def test_a_version_in_a_deleted_language_is_in_the_present_one_and_says_so(
    story, cast: Cast, client
):
    version = damage(story, {"locale": NOWHERE, "headline": "Judul baru"})
    client.force_login(cast.budi)

    page = client.get(reverse(f"{NAMESPACE}:revisions_revert", args=[story.pk, version.pk]))

    told = [str(message) for message in get_messages(page.wsgi_request)]
    assert [sentence for sentence in told if str(NOWHERE) in sentence and "bahasa" in sentence]
    assert page.context["form"].initial["language"] == "id"
    assert page.context["form"].initial["headline"] == "Judul baru"


def test_a_version_in_a_deleted_language_is_looked_over_before_readers_get_it(story):
    damage(story, {"locale": NOWHERE, "headline": "Judul baru"})

    with pytest.raises(NotReady, match="bahasa"):
        publish(Article.objects.get(pk=story.pk))

    assert Article.objects.get(pk=story.pk).headline == "Judul lama"
