"""What is unfinished is not published, and what the desk corrects reaches readers."""

from __future__ import annotations

import json

import pytest
from django.urls import reverse
from wagtail.models import Locale

from redaksi.articles.models import Article
from redaksi.articles.publishing import publish
from redaksi.articles.readiness import NotReady, problems_of
from tests.cast import Cast
from tests.editor import form_of
from tests.factories import TEXT, write_draft, write_live

pytestmark = pytest.mark.django_db

UNFINISHED = [
    ("paragraph", "<p></p>"),
    ("heading", ""),
    ("pull_quote", {"quote": "", "attribution": "Seseorang"}),
    ("picture", {"picture": None, "caption": ""}),
    ("gallery", {"title": "Galeri", "pictures": []}),
    ("embed", {"url": "https://youtu.be/x", "title": ""}),
    ("embed", {"url": "https://lain.example/x", "title": "Video"}),
    ("embed", {"url": "https://lain.example\\@youtube.com/x", "title": "Video"}),
    ("embed", {"url": "https://lain.example@youtube.com/x", "title": "Video"}),
    ("fact_box", {"title": "", "text": ""}),
    ("related", None),
    ("document", {"document": None, "title": ""}),
]


@pytest.mark.parametrize(
    "block", UNFINISHED, ids=[f"{n}-{kind}" for n, (kind, _) in enumerate(UNFINISHED)]
)
def test_a_story_with_an_unfinished_block_is_not_published(block, cast: Cast):
    article = write_draft(section=cast.nasional, body=[("paragraph", TEXT), block])

    with pytest.raises(NotReady) as refusal:
        publish(article, by=cast.budi)

    assert "2" in refusal.value.messages[0]
    assert Article.objects.get(pk=article.pk).live is False


def test_a_finished_story_has_no_problems(cast: Cast, picture):
    body = [
        ("paragraph", TEXT),
        ("heading", "Babak kedua"),
        ("picture", {"picture": picture, "caption": ""}),
        ("embed", {"url": "https://www.youtube.com/watch?v=x", "title": "Rekaman"}),
    ]

    assert list(problems_of(write_draft(section=cast.nasional, body=body))) == []


def edit(client, article: Article, **changes):
    url = reverse("wagtailsnippets_articles_article:edit", args=[article.pk])
    return client.post(url, {**form_of(article, **changes), "action-publish": "1"})


def test_the_language_of_a_live_story_can_be_corrected(cast: Cast, client):
    article = write_live(section=cast.nasional)
    client.force_login(cast.budi)

    edit(client, article, language="en")

    assert Article.objects.get(pk=article.pk).language == "en"
    assert '<html lang="en"' in client.get(article.path).content.decode()


def test_two_translations_never_share_a_language(cast: Cast, client):
    first = write_live(section=cast.nasional)
    english = Locale.objects.get(language_code="en")
    second = write_live(
        section=cast.nasional, headline="Bridge", locale=english,
        translation_key=first.translation_key,
    )  # fmt: skip
    client.force_login(cast.budi)

    answer = edit(client, second, language="id")

    assert "language" in answer.context["form"].errors
    assert Article.objects.get(pk=second.pk).language == "en"


@pytest.mark.parametrize("field", ["story_date", "go_live_at", "expire_at"])
def test_a_date_before_there_were_newspapers_is_named(field, cast: Cast, client):
    article = write_draft(section=cast.nasional)
    client.force_login(cast.budi)

    answer = edit(client, article, **{field: "0001-01-01"})

    assert field in answer.context["form"].errors


DAMAGE = [
    ({"kind": "zzz"}, "zzz"),
    ({"urgency": 42}, "42"),
    ({"headline": None}, ""),
    ({"kicker": "x" * 200}, "80"),
    ({"body": json.dumps([{"type": "table", "value": {"columns": "x"}, "id": "1"}])}, "1"),
]


@pytest.mark.parametrize(("values", "named"), DAMAGE)
def test_a_version_that_no_form_has_written_is_refused_and_readers_keep_the_old_one(
    values, named, cast: Cast, client
):
    article = write_live(section=cast.nasional)
    version = article.save_revision()
    version.content = {**version.content, **values}
    version.save()
    article.refresh_from_db()

    with pytest.raises(NotReady) as refusal:
        publish(article, by=cast.budi)

    (sentence,) = refusal.value.messages
    assert named in sentence
    assert client.get(article.path).status_code == 200


def test_looking_at_the_fields_asks_the_database_nothing(cast: Cast, django_assert_num_queries):
    article = write_draft(section=cast.nasional)

    with django_assert_num_queries(0):
        assert list(problems_of(article)) == []
