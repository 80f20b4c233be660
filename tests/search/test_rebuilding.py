"""The index is made anew from the stories, goes on where it was stopped, and loses no change."""

from __future__ import annotations

import pytest
from django.db import connections

from redaksi.articles.finding import rebuilding
from redaksi.articles.finding.rebuilding import Progress, rebuild
from redaksi.articles.models import Article
from redaksi.search import spelling
from redaksi.search.choosing import engine
from tests.cast import Cast
from tests.factories import write_draft, write_live
from tests.search.stories import wanted

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def one_connection(monkeypatch):
    """Let the test's own connection, whose changes nobody else sees, stay open."""
    monkeypatch.setattr(connections, "close_all", lambda: None)


@pytest.fixture
def stories(cast: Cast) -> list[Article]:
    """Five stories, one of them a draft, and an index that has lost them."""
    written = [write_live(section=cast.nasional, headline=f"Jembatan {n}") for n in range(4)]
    written.append(write_draft(section=cast.nasional, headline="Draf jembatan"))
    engine().remove([story.pk for story in written])
    spelling.forget()
    return written


def found(text: str, *, with_drafts: bool = False) -> set[int]:
    hits = engine().newest(wanted(text, with_drafts=with_drafts), most=100)
    return {hit.key for hit in hits}


def test_everything_is_found_again(stories):
    steps = list(rebuild(processes=1))

    assert steps == [Progress(5, 5, 5)]
    assert found("jembatan") == {story.pk for story in stories[:4]}
    assert found("jembatan", with_drafts=True) == {story.pk for story in stories}
    assert spelling.alike("jemabtan") == ["jembatan"]
    assert not rebuilding.is_wanted()


def test_it_goes_on_where_it_was_stopped(stories, monkeypatch):
    monkeypatch.setattr(rebuilding, "SHARE", 2)
    first = next(rebuild(processes=1))
    stopped = (first, rebuilding.is_wanted(), len(found("jembatan")))

    rest = list(rebuild(processes=1))

    assert stopped == (Progress(2, 5, 2), True, 2)
    assert rest == [Progress(4, 5, 2), Progress(5, 5, 3)]
    assert len(found("jembatan")) == 4


def test_a_change_meanwhile_is_not_overwritten(stories, monkeypatch):
    monkeypatch.setattr(rebuilding, "_write", changing(stories, rebuilding._write))

    list(rebuild(processes=1))

    assert found("berubah") == {stories[0].pk}
    assert stories[1].pk not in found("jembatan")


def changing(stories: list[Article], write):
    """Change one story and delete another between reading and writing."""

    def changed_and_written(*args):
        first, gone, *_rest = stories
        first.headline = "Sudah berubah"
        first.save()
        Article.objects.filter(pk=gone.pk).delete()
        return write(*args)

    return changed_and_written
