"""The record: one entry for each act that changes what readers see, through every door."""

from __future__ import annotations

import pytest
from django.db import transaction
from django.urls import reverse

from redaksi.articles.kinds import WithdrawalGround
from redaksi.articles.models import Article, OutboxEntry, PublicationRecord
from redaksi.articles.moving import move
from redaksi.articles.publishing import publish, unpublish
from redaksi.articles.recording import Kind
from redaksi.articles.withdrawing import withdraw
from tests.articles.test_publishing import (
    DOORS,
    an_old_revision,
    the_bulk_action,
    the_editor,
    the_registered_action,
    the_service,
    the_workflow,
)
from tests.cast import Cast
from tests.factories import write_draft, write_live

pytestmark = pytest.mark.django_db
BY_BUDI = {
    the_service, the_editor, the_workflow, the_bulk_action, an_old_revision, the_registered_action,
}  # fmt: skip


def acts_on(article: Article) -> list[tuple[str, str]]:
    acts = PublicationRecord.objects.filter(headline=article.headline).order_by("pk")
    return [(act.kind, act.by_name) for act in acts]


@pytest.mark.parametrize("door", DOORS)
def test_every_door_leaves_one_record_and_a_promise(door, cast: Cast, client):
    article = write_draft(section=cast.nasional, owner=cast.ani)
    OutboxEntry.objects.all().delete()

    door(article, cast, client)

    assert acts_on(article) == [(Kind.PUBLISH, "budi" if door in BY_BUDI else "")]
    promised = [entry for entry in OutboxEntry.objects.all() if entry.first]
    assert [entry.first for entry in promised] == [[Article.objects.get(pk=article.pk).path]]


def test_the_life_of_a_story_is_on_the_record(cast: Cast):
    story = write_draft(section=cast.nasional, headline="Riwayat")
    publish(story, by=cast.budi)
    publish(Article.objects.get(pk=story.pk), by=cast.dewi)
    move(Article.objects.get(pk=story.pk), to=cast.ekonomi, by=cast.dewi)
    unpublish(Article.objects.get(pk=story.pk), by=cast.dewi)
    note = "Tidak ada faktanya."
    withdraw(
        Article.objects.get(pk=story.pk), ground=WithdrawalGround.FALSE, note=note, by=cast.dewi
    )

    assert acts_on(story) == [
        (Kind.PUBLISH, "budi"),
        (Kind.UPDATE, "dewi"),
        (Kind.MOVE, "dewi"),
        (Kind.UNPUBLISH, "dewi"),
        (Kind.WITHDRAW, "dewi"),
    ]
    assert PublicationRecord.objects.order_by("-pk")[0].why == note


def test_what_no_reader_sees_is_not_on_the_record(cast: Cast):
    story = write_live(section=cast.nasional)
    before = PublicationRecord.objects.count(), OutboxEntry.objects.count()

    draft = story.get_latest_revision_as_object()
    draft.headline = "Belum"
    draft.save_revision(user=cast.ani)

    assert (PublicationRecord.objects.count(), OutboxEntry.objects.count()) == before


def test_an_act_that_fails_leaves_no_record_and_no_promise(cast: Cast):
    story = write_draft(section=cast.nasional)
    before = PublicationRecord.objects.count(), OutboxEntry.objects.count()

    def publish_and_fail() -> None:
        with transaction.atomic():
            publish(story, by=cast.budi)
            raise RuntimeError

    with pytest.raises(RuntimeError):
        publish_and_fail()

    assert (PublicationRecord.objects.count(), OutboxEntry.objects.count()) == before


def test_the_record_outlives_the_story(cast: Cast):
    story = write_live(section=cast.nasional, headline="Terhapus", by=cast.budi)

    story.delete()

    assert [kind for kind, _name in acts_on(story)] == [Kind.PUBLISH, Kind.DELETE]


def test_the_newsroom_can_read_it_and_others_cannot(cast: Cast, client):
    story = write_live(section=cast.nasional)
    address = reverse("article_record", args=[story.pk])
    assert client.get(address).status_code == 302

    client.force_login(cast.budi)

    assert "<td>Diterbitkan</td>" in client.get(address).content.decode()
    client.force_login(cast.eko)
    assert client.get(address).status_code in (302, 403)
