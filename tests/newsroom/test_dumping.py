"""What is written into a dump comes back whole, to the microsecond."""

from __future__ import annotations

import datetime
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import call_command

from redaksi.articles.models import Article
from tests.cast import Cast
from tests.factories import write_live

pytestmark = pytest.mark.django_db

MOMENT = datetime.datetime(2026, 1, 31, 3, 0, 0, 123456, tzinfo=datetime.UTC)


def test_moments_come_back_to_the_microsecond(cast: Cast, tmp_path: Path):
    story = write_live(section=cast.nasional)
    Article.objects.filter(pk=story.pk).update(published_at=MOMENT)
    dump = tmp_path / "all.json"

    call_command("dumpdata", "articles.article", output=dump, verbosity=0, stdout=StringIO())
    Article.objects.filter(pk=story.pk).update(published_at=None, live=False)
    call_command("loaddata", dump, verbosity=0, stdout=StringIO())

    back = Article.objects.get(pk=story.pk)
    assert (back.published_at, back.headline, back.live) == (MOMENT, story.headline, True)
    assert list(back.body.raw_data) == list(story.body.raw_data)
