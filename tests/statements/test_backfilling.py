"""An archive is read once, the newest stories first; broken off, the rest is read the next time."""

from __future__ import annotations

import pytest

from redaksi.statements import backfilling
from redaksi.statements.backfilling import backfill
from redaksi.statements.models import Reading, Statement
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
