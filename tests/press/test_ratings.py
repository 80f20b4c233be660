"""A vote makes the page of its story again, and no other."""

from __future__ import annotations

import pytest

from redaksi.readers.counting import count_due
from tests.press.conftest import Paper
from tests.readers.giving import give

pytestmark = pytest.mark.django_db


def test_a_vote_makes_one_page_when_it_is_counted(paper: Paper) -> None:
    story = paper.stories[3]

    give(story, 4)
    at_once = paper.press().made
    count_due()
    counted = paper.press().made

    assert (at_once, counted) == ([], [story.path])
    assert paper.faults() == []
