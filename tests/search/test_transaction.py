"""A story and the index change together or not at all."""

from __future__ import annotations

import pytest
from django.db import transaction
from django.test import Client
from django.urls import reverse

from redaksi.articles.models import Article
from redaksi.pictures.models import Picture
from redaksi.search.choosing import engine
from tests.cast import Cast
from tests.editor import form_of
from tests.factories import write_draft, write_live
from tests.search.stories import wanted

pytestmark = pytest.mark.django_db


def found(text: str, *, with_drafts: bool = False) -> list[int]:
    hits = engine().newest(wanted(text, with_drafts=with_drafts), most=10)
    return [hit.key for hit in hits]


def test_a_change_that_fails_leaves_the_index_as_it_was(cast: Cast):
    story = write_live(section=cast.nasional, headline="Rawa kering")

    with transaction.atomic():
        story.headline = "Rawa basah"
        story.save()
        transaction.set_rollback(True)

    assert (found("kering"), found("basah")) == ([story.pk], [])


def test_a_saved_story_is_found_within_the_transaction(cast: Cast):
    story = write_live(section=cast.nasional, headline="Rawa kering")
    story.headline = "Rawa basah"
    story.save()

    assert (found("kering"), found("basah")) == ([], [story.pk])


@pytest.mark.parametrize(
    ("changes", "is_live"),
    [({}, True), ({"go_live_at": "2099-01-01 08:00"}, False), ({"lead_picture": "PICTURE"}, False)],
)
def test_what_the_button_publishes_or_not_is_found_as_it_is_now(
    changes: dict[str, str], is_live: bool, cast: Cast, client: Client, picture
) -> None:
    Picture.objects.filter(pk=picture.pk).update(credit_line="")
    article = write_draft(section=cast.nasional, owner=cast.ani, headline="Lama")
    given = {name: value.replace("PICTURE", str(picture.pk)) for name, value in changes.items()}
    form = {**form_of(article), "headline": "Gajah Sumatra", **given, "action-publish": "1"}
    client.force_login(cast.budi)

    client.post(reverse("wagtailsnippets_articles_article:edit", args=[article.pk]), form)

    assert Article.objects.get(pk=article.pk).live == is_live
    assert found("gajah", with_drafts=True) == [article.pk]
    assert found("gajah") == ([article.pk] if is_live else [])
