"""A story and the index change together or not at all."""

from __future__ import annotations

import pytest
from django.db import transaction

from redaksi.search.choosing import engine
from tests.cast import Cast
from tests.factories import write_live
from tests.search.stories import wanted

pytestmark = pytest.mark.django_db


def found(text: str) -> list[int]:
    return [hit.key for hit in engine().newest(wanted(text), most=10)]


def test_a_change_that_fails_leaves_the_index_as_it_was(cast: Cast):
    story = write_live(section=cast.nasional, headline="Rawa kering")

    with transaction.atomic():
        story.headline = "Rawa basah"
        story.save()
        transaction.set_rollback(True)

    assert (found("kering"), found("basah")) == ([story.pk], [])


def test_a_saved_story_is_found_within_the_transaction(cast: Cast):
    story = write_live(section=cast.nasional, headline="Rawa kering")
    story.headline = "Rawa basah"
    story.save()

    assert (found("kering"), found("basah")) == ([], [story.pk])
