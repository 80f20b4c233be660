"""A form that no browser sends is answered with a sentence, and nothing is saved."""

from __future__ import annotations

import json
from typing import Any

import pytest
from django.urls import reverse

from redaksi.articles.models import Article
from redaksi.articles.publishing import ArticlePublish
from tests.cast import Cast
from tests.editor import form_of
from tests.factories import write_draft

pytestmark = pytest.mark.django_db
NAMESPACE = "wagtailsnippets_articles_article"
HUGE = "9" * 30
#: A list within a list within a list ...
DEEP = {"key": "a", "text": "x", "type": "unordered-list-item", "depth": 9_999}
DEEP |= {"inlineStyleRanges": [], "entityRanges": []}
#: What is sent in which field.
DAMAGE = [
    ("body-count", "x"),
    ("body-0-value", "no JSON"),
    ("body-0-value", "[]"),
    ("body-0-value", '{"blocks": 7}'),
    ("body-0-value", json.dumps({"blocks": [DEEP], "entityMap": {}})),
    ("subjects", [HUGE]),
    ("subjects", ["abc"]),
    ("section", "abc"),
    ("section", HUGE),
    ("lead_picture", "abc"),
    ("lead_picture", HUGE),
    ("source", HUGE),
    ("language", "xx"),
    ("language", ""),
    ("urgency", HUGE),
    ("story_date", "0001-01-01"),
    ("go_live_at", "0001-01-01 00:00"),
    ("expire_at", "0001-01-01 00:00"),
    ("expire_at", "9999-12-31 23:59"),
    ("article_authors-TOTAL_FORMS", "x"),
    ("article_authors-INITIAL_FORMS", "7"),
    ("overwrite_revision_id", "x"),
    ("overwrite_revision_id", HUGE),
    ("loaded_revision_id", "x"),
]


@pytest.mark.parametrize(("field", "value"), DAMAGE)
def test_no_damage_is_an_error_of_ours(field, value, cast: Cast, client):
    story = write_draft(section=cast.nasional, owner=cast.budi)
    client.force_login(cast.budi)
    data: dict[str, Any] = {**form_of(story), "action-publish": "1", field: value}

    answer = client.post(reverse(f"{NAMESPACE}:edit", args=[story.pk]), data)

    assert answer.status_code in (200, 302, 400)


@pytest.mark.parametrize(("field", "value"), [("body-count", "x"), ("lead_picture", "abc")])
def test_every_screen_that_reads_the_form_bears_it(field, value, cast: Cast, client):
    story = write_draft(section=cast.nasional, owner=cast.budi)
    client.force_login(cast.budi)
    data: dict[str, Any] = {**form_of(story), field: value}
    count = Article.objects.count()

    for screen in ([f"{NAMESPACE}:add"], [f"{NAMESPACE}:copy", story.pk]):
        answer = client.post(reverse(screen[0], args=screen[1:]), data)
        assert answer.status_code in (200, 400)
    for screen in ([f"{NAMESPACE}:preview_on_add"], [f"{NAMESPACE}:preview_on_edit", story.pk]):
        answer = client.post(reverse(screen[0], args=screen[1:]), data)
        assert answer.json()["is_valid"] is False
    assert Article.objects.count() == count


@pytest.mark.parametrize(
    ("field", "value"),
    [("body-count", "x"), ("body-0-value", "no JSON"), ("overwrite_revision_id", "x")],
)
@pytest.mark.parametrize("accept", ["text/html", "application/json"])
def test_a_damaged_form_is_told_and_changes_nothing(accept, field, value, cast: Cast, client):
    story = write_draft(section=cast.nasional, owner=cast.budi)
    client.force_login(cast.budi)
    data = {**form_of(story, headline="Diubah"), field: value}

    answer = client.post(
        reverse(f"{NAMESPACE}:edit", args=[story.pk]), data, headers={"accept": accept}
    )

    assert (answer.status_code, answer["Content-Type"].split(";")[0]) == (400, accept)
    assert Article.objects.get(pk=story.pk).get_latest_revision().pk == story.latest_revision.pk


def test_a_story_in_no_language_has_no_preview_yet(cast: Cast, client):
    client.force_login(cast.budi)
    story = write_draft(section=cast.nasional, owner=cast.budi)
    preview = reverse(f"{NAMESPACE}:preview_on_add")

    answer = client.post(preview, form_of(story, language=""))

    assert answer.json() == {"is_valid": False, "is_available": False}
    assert client.get(preview).status_code == 200


def test_an_error_of_our_own_services_is_not_hidden(cast: Cast, client, monkeypatch):
    story = write_draft(section=cast.nasional, owner=cast.budi)
    client.force_login(cast.budi)
    monkeypatch.setattr(ArticlePublish, "check", lambda *args, **kwargs: int("a bug"))

    with pytest.raises(ValueError, match="a bug"):
        client.post(
            reverse(f"{NAMESPACE}:edit", args=[story.pk]),
            {**form_of(story), "action-publish": "1"},
        )
