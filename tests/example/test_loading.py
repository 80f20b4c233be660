"""The example newspaper as it is founded."""

from __future__ import annotations

import pytest

from redaksi.articles.models import Article
from redaksi.example.loading import load_example
from redaksi.example.reading import read_newspaper
from redaksi.newsroom.models import Desk, Section
from redaksi.statements.models import OnRecord, State, Statement

pytestmark = pytest.mark.django_db


def test_readers_see_all_that_is_confirmed() -> None:
    # The people of other tests, whose names and sections the example has, too.
    Desk.objects.all().delete()
    Section.objects.filter(parent__isnull=False).delete()
    Section.objects.all().delete()

    steps = list(load_example())

    paper = read_newspaper()
    confirmed = Statement.objects.filter(state=State.CONFIRMED)
    assert len(steps) == 5
    assert Article.objects.count() == len(paper.articles)
    assert confirmed.count() > 50
    assert not confirmed.filter(live_start__isnull=True).exists()
    assert OnRecord.objects.count() == len(paper.on_record)
