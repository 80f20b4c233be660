"""A page that could not be made keeps its old version and is tried again each hour."""

from __future__ import annotations

import logging

import pytest
from django.db import connection

from redaksi.articles.models import Article
from redaksi.cli.upkeep import keep_up
from redaksi.pagestore.comparing import Kind
from redaksi.press import pressing
from redaksi.press.checking import differences
from redaksi.press.draining import drain
from redaksi.press.pressing import press_wanted
from tests.press.conftest import Paper

pytestmark = pytest.mark.django_db


def test_what_failed_is_made_after_the_next_upkeep(
    paper: Paper, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pressing, "open_store", lambda: paper.store)
    story = Article.objects.get(pk=paper.stories[3].pk)
    story.headline = "Judul yang baru"
    with monkeypatch.context() as broken:
        broken.setattr("redaksi.articles.views.news_article", _break_down)
        story.save()
        while drain(paper.store):
            pass
        assert story.path in press_wanted(paper.store, seconds=60).failed
    assert press_wanted(paper.store, seconds=60).made == []

    keep_up()
    done = press_wanted(paper.store, seconds=60)

    assert story.path in done.changed
    assert paper.faults() == []
    assert paper.store.index.wanted_count() == 0


def test_one_story_that_cannot_be_read_holds_up_no_other_page(
    paper: Paper, caplog: pytest.LogCaptureFixture
) -> None:
    damaged, healthy = paper.stories[3], paper.stories[4]
    with connection.cursor() as cursor:
        cursor.execute("UPDATE articles_article SET body = '[1]' WHERE id = %s", [damaged.pk])
    section = healthy.section
    section.name = "Nama yang baru"
    section.save()
    with caplog.at_level(logging.CRITICAL):
        while drain(paper.store):
            pass
        done = press_wanted(paper.store, seconds=60)
        found = {page.address: page.kind for page in differences(paper.store)}

    assert damaged.path in done.failed
    assert healthy.path in done.changed
    assert {healthy.path, "/", section.url} <= set(done.changed)
    assert set(found.values()) == {Kind.UNKNOWN}
    assert set(found) == set(done.failed)


def _break_down(article: Article) -> str:
    raise ValueError("broken")
