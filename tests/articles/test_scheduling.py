"""The scheduler: no story holds up another, and none goes out twice."""

from __future__ import annotations

import datetime
import logging
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from typing import Any

import pytest
from django.db import OperationalError, connection
from django.utils import timezone
from wagtail.models import ModelLogEntry, Revision

from redaksi.articles.models import Article, EditorialNote
from redaksi.articles.scheduling import Outcome, next_due, publish_due
from tests.cast import Cast
from tests.factories import write_draft, write_live

SCHEDULERS = 2
STORIES = 8


def make_due(article: Article, *, minutes: int = 1, **content: Any) -> None:
    """Let the newest version have been due some minutes ago, with parts of it replaced."""
    past = timezone.now() - datetime.timedelta(minutes=minutes)
    revision = article.latest_revision
    Revision.objects.filter(pk=revision.pk).update(
        approved_go_live_at=past, content={**revision.content, **content}
    )


@pytest.mark.django_db
@pytest.mark.parametrize(
    "damage",
    [{"article_authors": 7}, {"tagged_items": 7}],
    ids=["authors", "tags"],
)
def test_an_unreadable_version_is_set_aside_and_the_others_go_out(damage, cast: Cast, caplog):
    damaged = write_draft(section=cast.nasional, headline="Rusak")
    sound = write_draft(section=cast.nasional, headline="Utuh")
    make_due(damaged, minutes=5, **damage)
    make_due(sound)

    with caplog.at_level(logging.ERROR):
        outcome = publish_due()

    assert outcome == Outcome(published=1, refused=1)
    assert Article.objects.get(live=True) == sound
    assert EditorialNote.objects.get().article == damaged
    assert len(caplog.records) == 1
    assert publish_due() == Outcome()


@pytest.mark.django_db
@pytest.mark.parametrize("field", ["section", "source"])
def test_a_version_that_names_what_is_gone_does_not_go_out(field, cast: Cast):
    story = write_draft(section=cast.nasional)
    make_due(story, **{field: 99999})

    assert publish_due() == Outcome(refused=1)
    assert not Article.objects.get(pk=story.pk).live
    assert EditorialNote.objects.get().article == story


@pytest.mark.django_db
def test_a_database_that_is_away_ends_the_round_and_nothing_is_set_aside(cast: Cast):
    story = write_draft(section=cast.nasional)
    make_due(story)

    def is_away(execute, sql, *rest):
        if sql.startswith("UPDATE"):
            raise OperationalError("the server closed the connection")
        return execute(sql, *rest)

    with connection.execute_wrapper(is_away), pytest.raises(OperationalError):
        publish_due()

    assert not EditorialNote.objects.exists()
    assert publish_due() == Outcome(published=1)


@pytest.mark.django_db
def test_a_story_that_cannot_be_taken_down_holds_up_no_other(cast: Cast, caplog):
    past = timezone.now() - datetime.timedelta(minutes=1)
    stuck = write_live(section=cast.nasional, headline="Macet")
    other = write_live(section=cast.nasional, headline="Lancar")
    Article.objects.update(expire_at=past)

    def is_stuck(execute, sql, params, *rest):
        if '"live" = ' in sql and params[-1] == stuck.pk:
            raise ValueError("stuck")
        return execute(sql, params, *rest)

    with connection.execute_wrapper(is_stuck), caplog.at_level(logging.CRITICAL):
        outcome = publish_due()

    assert outcome == Outcome(expired=1, refused=1)
    assert Article.objects.get(live=False) == other
    note = EditorialNote.objects.get()
    assert note.article == stuck
    assert "masih tayang" in note.text
    assert publish_due() == Outcome()


@pytest.mark.django_db
def test_a_story_with_a_damaged_text_is_set_aside_once(cast: Cast, caplog):
    story = write_live(section=cast.nasional)
    Article.objects.update(expire_at=timezone.now() - datetime.timedelta(minutes=1))
    with connection.cursor() as cursor:
        cursor.execute("UPDATE articles_article SET body = '[1]'")

    with caplog.at_level(logging.CRITICAL):
        assert publish_due() == Outcome(refused=1)

    assert publish_due() == Outcome()
    assert EditorialNote.objects.get().article_id == story.pk


@pytest.fixture
def due_stories(django_db_setup, django_db_blocker):
    """Stories that every connection sees, because they are committed; gone afterwards."""
    with django_db_blocker.unblock():
        section = Cast.called().nasional
        stories = [write_draft(section=section, headline=f"Cerita {n}") for n in range(STORIES)]
        for story in stories:
            make_due(story)
        try:
            yield [story.pk for story in stories]
        finally:
            Article.objects.all().delete()
            ModelLogEntry.objects.all().delete()
            connection.close()


def test_two_schedulers_at_once_publish_each_story_once(due_stories):
    start = Barrier(SCHEDULERS)

    def one_scheduler(_number: int) -> Outcome:
        try:
            start.wait(timeout=30)
            return publish_due()
        finally:
            connection.close()

    with ThreadPoolExecutor(SCHEDULERS) as pool:
        outcomes = list(pool.map(one_scheduler, range(SCHEDULERS)))

    logged = ModelLogEntry.objects.filter(action="wagtail.publish.scheduled")
    assert sum(outcome.published for outcome in outcomes) == STORIES
    assert sum(outcome.refused for outcome in outcomes) == 0
    assert sorted(int(entry.object_id) for entry in logged) == due_stories
    assert Article.objects.filter(live=True).count() == STORIES


@pytest.mark.django_db
def test_the_next_moment_is_that_of_the_first_story_to_go_out_or_to_expire(cast: Cast) -> None:
    now = timezone.now()
    before = next_due()

    live = write_live(section=cast.ekonomi)
    Article.objects.filter(pk=live.pk).update(expire_at=now + datetime.timedelta(hours=2))
    expiry = next_due()
    make_due(write_draft(section=cast.ekonomi), minutes=-60)
    going_out = next_due()
    publish_due()

    assert before is None
    assert expiry == now + datetime.timedelta(hours=2)
    assert now < going_out < expiry
    assert next_due() == going_out
