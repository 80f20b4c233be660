"""Publishing, through every door there is."""

from __future__ import annotations

import datetime
import json

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.urls import reverse
from django.utils import timezone
from wagtail.actions import action_registry
from wagtail.models import Revision, WorkflowState

from redaksi.articles.barring import Embargoed, Withdrawn
from redaksi.articles.embargoing import embargo
from redaksi.articles.kinds import WithdrawalGround
from redaksi.articles.models import Article, EditorialNote
from redaksi.articles.publishing import publish, unpublish
from redaksi.articles.scheduling import publish_due
from redaksi.articles.withdrawing import withdraw
from tests.cast import Cast
from tests.editor import form_of
from tests.factories import write_draft, write_live

pytestmark = pytest.mark.django_db


def the_service(article, cast, client):
    publish(article, by=cast.budi)


def the_editor(article, cast, client):
    client.force_login(cast.budi)
    url = reverse("wagtailsnippets_articles_article:edit", args=[article.pk])
    client.post(url, {**form_of(article), "action-publish": "1"})


def the_scheduler(article, cast, client):
    revision = article.get_latest_revision()
    past = timezone.now() - datetime.timedelta(minutes=1)
    Revision.objects.filter(pk=revision.pk).update(approved_go_live_at=past)
    publish_due()


def the_workflow(article, cast, client):
    article.get_workflow().start(article, cast.ani)
    state = article.current_workflow_task_state
    client.force_login(cast.budi)
    url = reverse(
        "wagtailsnippets_articles_article:workflow_action",
        args=[article.pk, "approve", state.pk],
    )
    client.post(url, HTTP_X_REQUESTED_WITH="XMLHttpRequest")


def the_bulk_action(article, cast, client):
    client.force_login(cast.budi)
    url = reverse("wagtail_bulk_action", args=["articles", "article", "publish"])
    client.post(f"{url}?id={article.pk}")


def an_old_revision(article, cast, client):
    article.revisions.order_by("pk").first().publish(user=cast.budi)


def the_registered_action(article, cast, client):
    action = action_registry.get_action_class(Article, "publish")
    action(article.get_latest_revision(), user=cast.budi).execute()


def a_bare_save(article, cast, client):
    article.live = True
    article.date_publication(timezone.now())
    article.save()


DOORS = [
    the_service,
    the_editor,
    the_scheduler,
    the_workflow,
    the_bulk_action,
    an_old_revision,
    the_registered_action,
    a_bare_save,
]


def knock(door, article, cast, client):
    try:
        door(article, cast, client)
    except ValidationError:
        return


@pytest.mark.parametrize("door", DOORS)
def test_every_door_opens_for_a_story_that_is_ready(door, cast: Cast, client):
    article = write_draft(section=cast.nasional, owner=cast.ani)

    door(article, cast, client)

    article.refresh_from_db()
    assert article.live is True
    assert client.get(article.path).status_code == 200


@pytest.mark.parametrize("door", DOORS)
def test_no_door_opens_before_the_embargo_ends(door, cast: Cast, client):
    article = write_draft(section=cast.nasional, owner=cast.ani)
    embargo(article, until=timezone.now() + datetime.timedelta(hours=1), by=cast.budi)

    knock(door, article, cast, client)

    article.refresh_from_db()
    assert article.live is False


def test_the_registered_action_sees_an_embargo_that_came_after_it_was_made(cast: Cast):
    now = timezone.now()
    soon, later = now + datetime.timedelta(minutes=30), now + datetime.timedelta(hours=1)
    article = write_draft(section=cast.nasional, owner=cast.ani, go_live_at=soon)
    action_class = action_registry.get_action_class(Article, "publish")
    action = action_class(article.get_latest_revision(), user=cast.budi)

    embargo(Article.objects.get(pk=article.pk), until=later, by=cast.budi)

    with pytest.raises(Embargoed):
        action.execute()
    assert not Revision.objects.filter(approved_go_live_at__isnull=False).exists()


@pytest.mark.parametrize("door", DOORS)
def test_no_door_opens_after_a_withdrawal(door, cast: Cast, client):
    article = write_live(section=cast.nasional, by=cast.ani)
    withdraw(article, ground=WithdrawalGround.FALSE, note="Keliru seluruhnya.", by=cast.dewi)
    article = Article.objects.get(pk=article.pk)

    knock(door, article, cast, client)

    article.refresh_from_db()
    assert article.live is False
    assert client.get(article.path).status_code == 410


@pytest.mark.parametrize("door", [the_service, the_editor, the_workflow, the_bulk_action])
def test_no_door_opens_for_a_picture_without_credit(door, cast: Cast, client, picture):
    picture.credit_line = ""
    picture.save()
    article = write_draft(section=cast.nasional, owner=cast.ani, lead_picture=picture)

    knock(door, article, cast, client)

    article.refresh_from_db()
    assert article.live is False


def test_the_refusal_names_the_picture(cast: Cast, client, picture):
    picture.alt_text = ""
    picture.save()
    article = write_draft(section=cast.nasional, owner=cast.ani, lead_picture=picture)
    client.force_login(cast.budi)
    url = reverse("wagtailsnippets_articles_article:edit", args=[article.pk])

    answer = client.post(url, {**form_of(article), "action-publish": "1"}, follow=True)

    assert f"“{picture}”" in answer.content.decode()


def test_the_database_itself_refuses_a_withdrawn_story_that_is_live(cast: Cast):
    article = write_live(section=cast.nasional)
    withdraw(article, ground=WithdrawalGround.COURT, note="Putusan.", by=cast.dewi)

    with pytest.raises(IntegrityError), transaction.atomic():
        Article.objects.filter(pk=article.pk).update(live=True)


def test_bars_have_names(cast: Cast):
    article = write_draft(section=cast.nasional)
    embargo(article, until=timezone.now() + datetime.timedelta(hours=1), by=cast.budi)
    with pytest.raises(Embargoed):
        publish(article, by=cast.budi)

    other = write_live(section=cast.nasional, headline="Lain")
    withdraw(other, ground=WithdrawalGround.COURT, note="Putusan.", by=cast.dewi)
    with pytest.raises(Withdrawn):
        publish(Article.objects.get(pk=other.pk), by=cast.budi)


def test_a_failing_listener_leaves_no_half_published_story(cast: Cast):
    from wagtail.signals import published

    def break_down(**kwargs):
        raise RuntimeError("a listener fails")

    article = write_draft(section=cast.nasional)
    published.connect(break_down)
    try:
        with pytest.raises(RuntimeError), transaction.atomic():
            publish(article, by=cast.budi)
    finally:
        published.disconnect(break_down)

    article.refresh_from_db()
    assert (article.live, article.published_at) == (False, None)


def test_a_draft_of_a_live_story_waits_while_the_old_text_stays(cast: Cast, client):
    article = write_live(section=cast.nasional)
    draft = article.get_latest_revision_as_object()
    draft.headline = "Jembatan Ditutup Lagi"
    draft.save_revision(user=cast.ani)
    draft.get_workflow().start(draft, cast.ani)

    page = client.get(article.path).content.decode()

    assert "Jembatan Sungai Rawa Dibuka" in page
    assert "Jembatan Ditutup Lagi" not in page
    assert WorkflowState.objects.active().for_instance(article).exists()


def test_two_stories_of_a_day_never_share_an_address(cast: Cast):
    first = write_live(section=cast.nasional)
    second = write_live(section=cast.nasional)

    assert second.slug == f"{first.slug}-2"


def test_unpublishing_makes_the_address_answer_404(cast: Cast, client):
    article = write_live(section=cast.nasional)

    unpublish(article, by=cast.budi)

    assert client.get(article.path).status_code == 404


def test_the_scheduler_sets_a_refused_story_aside_and_publishes_the_others(cast: Cast):
    past = timezone.now() - datetime.timedelta(minutes=1)
    poisoned = write_draft(section=cast.nasional, headline="Tanpa isi", body=[])
    innocent = write_draft(section=cast.nasional, headline="Tepat waktu")
    Revision.objects.update(approved_go_live_at=past)

    outcome = publish_due()

    assert (outcome.published, outcome.refused) == (1, 1)
    innocent.refresh_from_db()
    assert innocent.live is True
    assert EditorialNote.objects.get().article == poisoned
    assert publish_due().refused == 0


def test_an_expired_story_is_taken_down(cast: Cast):
    article = write_live(section=cast.nasional)
    past = timezone.now() - datetime.timedelta(seconds=1)
    Article.objects.filter(pk=article.pk).update(expire_at=past)

    outcome = publish_due()

    article.refresh_from_db()
    assert (outcome.expired, article.live, article.expired) == (1, False, True)


def test_a_story_of_an_earlier_day_keeps_its_day(cast: Cast):
    article = write_live(section=cast.nasional, story_date=datetime.date(2022, 1, 30))

    assert article.path == "/nasional/2022/01/30/jembatan-sungai-rawa-dibuka/"
    assert article.has_time is False


def test_a_schedule_before_the_embargo_ends_is_refused(cast: Cast):
    article = write_draft(section=cast.nasional)
    now = timezone.now()
    embargo(article, until=now + datetime.timedelta(hours=2), by=cast.budi)
    article.go_live_at = now + datetime.timedelta(hours=1)
    article.save_revision()

    with pytest.raises(Embargoed):
        publish(article, by=cast.budi)


def test_json_of_the_revision_cannot_smuggle_in_row_only_fields(cast: Cast):
    article = write_draft(section=cast.nasional, owner=cast.ani)
    content = article.get_latest_revision().content
    content["withdrawn_at"] = None
    content["embargoed_until"] = None
    content["owner"] = cast.budi.pk
    embargo(article, until=timezone.now() + datetime.timedelta(hours=1), by=cast.budi)

    restored = Article.objects.get(pk=article.pk).with_content_json(json.loads(json.dumps(content)))

    assert restored.embargoed_until is not None
    assert restored.owner_id == cast.ani.pk
