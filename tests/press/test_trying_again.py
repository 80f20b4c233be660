"""A page that could not be made keeps its old version and is tried again each hour."""

from __future__ import annotations

import pytest

from redaksi.articles.models import Article
from redaksi.cli.upkeep import keep_up
from redaksi.press import pressing
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


def _break_down(article: Article) -> str:
    raise ValueError("broken")
