"""Two people at one story: whoever is second undoes nothing, and is told."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from django.contrib.messages import get_messages
from django.http import HttpRequest
from django.test import Client
from django.urls import reverse
from wagtail import hooks

from redaksi.articles.models import Article
from redaksi.articles.publishing import publish
from tests.cast import Cast
from tests.editor import form_of
from tests.factories import write_draft

pytestmark = pytest.mark.django_db


def save_after(
    first: Callable[[Article], None], story: Article, client: Client, **form: str
) -> Any:
    """Save the story in the editor; once the editor has read it, something else happens first."""

    def happen(request: HttpRequest, instance: Article) -> None:
        first(Article.objects.get(pk=story.pk))

    edit = reverse("wagtailsnippets_articles_article:edit", args=[story.pk])
    with hooks.register_temporarily("before_edit_snippet", happen):
        return client.post(edit, {**form_of(story), **form})


def test_a_save_does_not_take_offline_what_was_published_meanwhile(
    cast: Cast, client: Client
) -> None:
    story = write_draft(section=cast.nasional, owner=cast.ani, headline="Judul lama")
    client.force_login(cast.budi)

    save_after(publish, story, client, headline="Judul baru")

    story.refresh_from_db()
    assert (story.live, story.headline, story.has_unpublished_changes) == (True, "Judul lama", True)
    assert story.get_latest_revision_as_object().headline == "Judul baru"


def test_an_approval_that_comes_second_is_told_so(cast: Cast, client: Client) -> None:
    story = write_draft(section=cast.nasional, owner=cast.ani)
    story.get_workflow().start(story, cast.ani)
    client.force_login(cast.budi)

    def approve(article: Article) -> None:
        state = article.current_workflow_task_state
        state.task.specific.on_action(state, user=cast.dewi, action_name="approve")

    again = {"action-workflow-action": "1", "workflow-action-name": "approve"}
    answer = save_after(approve, story, client, **again)

    told = [str(message) for message in get_messages(answer.wsgi_request)]
    assert answer.status_code in (200, 302)
    assert [sentence for sentence in told if "sudah disetujui" in sentence]
    assert Article.objects.get(pk=story.pk).live is True


def test_what_a_review_led_to_is_said(cast: Cast, client: Client) -> None:
    story = write_draft(section=cast.nasional, owner=cast.ani, headline="Jembatan")
    story.get_workflow().start(story, cast.ani)
    client.force_login(cast.budi)
    edit = reverse("wagtailsnippets_articles_article:edit", args=[story.pk])
    returned = {"action-workflow-action": "1", "workflow-action-name": "reject"}

    answer = client.post(edit, {**form_of(story), **returned})

    told = " ".join(str(message) for message in get_messages(answer.wsgi_request))
    assert "“Jembatan” dikembalikan kepada penulisnya." in told
