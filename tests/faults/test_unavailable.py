"""An editor whose save finds the database busy or away keeps the text and is told what to do."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from django.contrib.sessions.models import Session
from django.db import InterfaceError, OperationalError, connection
from django.test import Client
from django.urls import reverse
from lxml.html import fromstring
from wagtail.models import Revision

from redaksi.articles.models import Article
from tests.cast import Cast
from tests.editor import form_of
from tests.factories import write_draft

pytestmark = pytest.mark.django_db
NOT_NOW = [OperationalError("database is locked"), InterfaceError("connection already closed")]


@contextmanager
def writing_fails(problem: Exception, table: str = "") -> Iterator[None]:
    """Let the database refuse everything that is written, as it does while somebody holds it."""

    def refuse(execute, sql, *rest):
        if sql.startswith(("INSERT", "UPDATE", "DELETE")) and table in sql:
            raise problem
        return execute(sql, *rest)

    with connection.execute_wrapper(refuse):
        yield


@pytest.fixture
def story(cast: Cast, client: Client) -> Article:
    client.force_login(cast.budi)
    return write_draft(section=cast.nasional, owner=cast.budi)


def edit(story: Article) -> str:
    return reverse("wagtailsnippets_articles_article:edit", args=[story.pk])


@pytest.mark.parametrize("problem", NOT_NOW, ids=["busy", "away"])
def test_a_save_that_fails_gives_a_page_that_sends_the_same_again(problem, story, client):
    data = {**form_of(story, headline='Harga "beras" <b>'), "action-publish": "1"}

    with writing_fails(problem):
        answer = client.post(edit(story), data)

    assert (answer.status_code, answer["Retry-After"], answer["Cache-Control"]) == (
        503,
        "5",
        "no-store",
    )
    assert "frame-ancestors 'none'" in answer["Content-Security-Policy"]
    (form,) = fromstring(answer.content).forms
    assert (form.method, form.action) == ("POST", edit(story))
    assert dict(form.form_values()) == {name: str(value) for name, value in data.items()}

    again = client.post(edit(story), dict(form.form_values()))

    assert again.status_code == 302
    assert Article.objects.get(pk=story.pk).headline == 'Harga "beras" <b>'


def test_a_script_is_told_in_json(story, client):
    count = Revision.objects.count()

    with writing_fails(NOT_NOW[0]):
        answer = client.post(edit(story), form_of(story), headers={"accept": "application/json"})

    told = json.loads(answer.content)
    assert (answer.status_code, told["success"], told["error_code"]) == (503, False, "unavailable")
    assert "Tidak ada yang hilang" in told["error_message"]
    assert Revision.objects.count() == count


def test_a_session_that_cannot_be_kept_is_no_error_of_ours(story, client):
    Session.objects.all().delete()

    with writing_fails(NOT_NOW[0], table="django_session"):
        answer = client.post(reverse("wagtailadmin_login"), {"username": "budi", "password": "x"})
        page = client.get(reverse("wagtailadmin_login"))

    assert answer.status_code in (200, 302, 503)
    assert page.status_code == 200


def test_a_password_is_never_sent_back(cast: Cast, client: Client):
    with writing_fails(NOT_NOW[0]):
        answer = client.post(
            reverse("wagtailadmin_login"), {"username": "budi", "password": "rahasia besar"}
        )

    assert answer.status_code == 503
    assert b"rahasia" not in answer.content
    assert fromstring(answer.content).forms == []


def test_what_is_really_broken_is_still_told_as_such(story, client):
    client.raise_request_exception = False

    with writing_fails(ValueError("ours")):
        answer = client.post(edit(story), form_of(story))

    assert answer.status_code == 500
