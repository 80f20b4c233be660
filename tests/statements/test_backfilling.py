"""An archive is read once, the newest stories first; broken off, the rest is read the next time."""

from __future__ import annotations

import pytest
from django.utils import timezone

from redaksi.articles.models import Article
from redaksi.statements import backfilling, reading
from redaksi.statements.backfilling import backfill
from redaksi.statements.models import Reading, Statement
from redaksi.statements.passages import Text
from redaksi.statements.reading import read_due
from tests.cast import Cast
from tests.factories import write_draft
from tests.statements.telling import TEXT

pytestmark = pytest.mark.django_db


@pytest.fixture
def archive(cast: Cast, monkeypatch) -> list[int]:
    """Five stories that were never read, read two at a time."""
    monkeypatch.setattr(backfilling, "SHARE", 2)
    stories = [
        write_draft(section=cast.nasional, body=[("paragraph", TEXT)], headline=f"Lama {n}")
        for n in range(5)
    ]
    Reading.objects.all().delete()
    return [story.pk for story in stories]


def test_every_story_is_read_once(archive: list[int]) -> None:
    first = [(step.done, step.total) for step in backfill()]
    second = [(step.done, step.total) for step in backfill()]

    assert first == [(0, 5), (2, 5), (4, 5), (5, 5)]
    assert second == [(0, 0)]
    assert Statement.objects.count() == 10


def test_a_run_that_was_broken_off_goes_on(archive: list[int]) -> None:
    steps = backfill()
    next(steps)
    next(steps)
    steps.close()

    rest = [(step.done, step.total) for step in backfill()]

    assert rest == [(0, 3), (2, 3), (3, 3)]
    assert Statement.objects.count() == 10


def test_a_story_that_cannot_be_read_holds_up_no_other(
    archive: list[int], monkeypatch: pytest.MonkeyPatch
) -> None:
    spoil(monkeypatch, Article.objects.get(pk=archive[3]).headline)
    steps = list(backfill())

    assert (steps[-1].done, steps[-1].failed) == (5, 1)
    assert Statement.objects.count() == 8
    assert Reading.objects.get(pk=archive[3]).is_stale


def test_it_is_tried_again_after_a_while_and_the_others_are_read_at_once(
    cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    bad = write_draft(section=cast.nasional, body=[("paragraph", TEXT)], headline="Racun")
    good = write_draft(section=cast.nasional, body=[("paragraph", TEXT)])
    spoil(monkeypatch, "Racun")

    assert read_due() == 2
    assert read_due() == 0
    assert Statement.objects.filter(article=good).count() == 2

    monkeypatch.undo()
    Reading.objects.filter(pk=bad.pk).update(asked_at=timezone.now())
    assert read_due() == 1
    assert Statement.objects.filter(article=bad).count() == 2


def spoil(monkeypatch: pytest.MonkeyPatch, headline: str) -> None:
    """Let a story be one that the engine cannot read."""
    whole = reading.newest_text

    def newest_text(article: Article) -> Text:
        if article.headline == headline:
            raise RecursionError
        return whole(article)

    monkeypatch.setattr(reading, "newest_text", newest_text)
