"""What is done to several stories at once spares those that a colleague has locked."""

from __future__ import annotations

import pytest
from django.contrib.messages import get_messages
from django.core.exceptions import PermissionDenied
from django.urls import reverse
from django.utils import timezone
from wagtail.models import ModelLogEntry

from redaksi.articles.models import Article
from redaksi.articles.moving import move
from tests.cast import Cast
from tests.factories import write_draft, write_live

pytestmark = pytest.mark.django_db


def lock(article: Article, by) -> None:
    Article.objects.filter(pk=article.pk).update(
        locked=True, locked_by=by, locked_at=timezone.now()
    )


def act(client, action: str, *articles: Article, **form) -> list[str]:
    """Do it to the articles and return the sentences in answer."""
    url = reverse("wagtail_bulk_action", args=["articles", "article", action])
    ids = "&".join(f"id={article.pk}" for article in articles)
    answer = client.post(f"{url}?{ids}", form)
    return [str(message).strip() for message in get_messages(answer.wsgi_request)]


@pytest.mark.parametrize(
    ("action", "write"), [("publish", write_draft), ("unpublish", write_live), ("move", write_live)]
)
def test_a_locked_story_is_left_and_the_others_go_through(action, write, cast: Cast, client):
    locked = write(section=cast.nasional, headline="Terkunci")
    free = write(section=cast.nasional, headline="Bebas")
    lock(locked, cast.dewi)
    before = Article.objects.values("live", "section").get(pk=locked.pk)
    client.force_login(cast.budi)

    refused, done = act(client, action, locked, free, section=cast.daerah.pk)

    assert Article.objects.values("live", "section").get(pk=locked.pk) == before
    assert Article.objects.values("live", "section").get(pk=free.pk) != before
    assert "dewi" in refused
    assert "1" in done


def test_a_locked_story_is_not_deleted_with_the_others(cast: Cast, client):
    locked = write_draft(section=cast.nasional, headline="Terkunci")
    free = write_draft(section=cast.nasional, headline="Bebas")
    lock(locked, cast.dewi)
    client.force_login(cast.budi)

    refused, done = act(client, "delete", locked, free)

    assert list(Article.objects.values_list("headline", flat=True)) == ["Terkunci"]
    assert "Terkunci" in refused
    assert "dewi" in refused
    assert "1" in done
    assert ModelLogEntry.objects.get(action="wagtail.delete").label == "Bebas"


def test_a_locked_story_is_not_deleted_alone_either(cast: Cast, client):
    locked = write_draft(section=cast.nasional)
    lock(locked, cast.dewi)
    delete = reverse("wagtailsnippets_articles_article:delete", args=[locked.pk])

    client.force_login(cast.budi)
    client.post(delete)
    assert Article.objects.filter(pk=locked.pk).exists()

    client.force_login(cast.dewi)
    client.post(delete)
    assert not Article.objects.filter(pk=locked.pk).exists()


def test_nobody_deletes_another_desks_stories_at_once(cast: Cast, client):
    elsewhere = write_draft(section=cast.ekonomi)
    client.force_login(cast.budi)

    act(client, "delete", elsewhere)

    assert Article.objects.filter(pk=elsewhere.pk).exists()


def test_the_holder_of_the_lock_is_not_held_up(cast: Cast, client):
    story = write_draft(section=cast.nasional)
    lock(story, cast.budi)
    client.force_login(cast.budi)

    act(client, "publish", story)

    assert Article.objects.get(pk=story.pk).live


def test_the_service_asks_for_the_lock_too(cast: Cast):
    story = write_draft(section=cast.nasional)
    lock(story, None)

    with pytest.raises(PermissionDenied):
        move(story, to=cast.daerah, by=cast.budi)


@pytest.mark.parametrize("model", ["articles/article", "newsroom/section", "newsroom/user"])
@pytest.mark.parametrize("key", ["abc", "", "0", "-1", "9" * 30])
def test_what_is_no_key_leads_nowhere(key, model, cast: Cast, client):
    client.force_login(cast.dewi)
    url = reverse("wagtail_bulk_action", args=[*model.split("/"), "delete"])

    assert client.get(f"{url}?id={key}").status_code == 404
    assert client.post(f"{url}?id={key}").status_code == 404
