"""A process that makes many pages keeps what it read only as long as nothing newer is wanted."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from redaksi.articles.models import Article
from redaksi.design import batches
from redaksi.press.bulk import Look
from redaksi.press.draining import drain, want_everything
from redaksi.press.pressing import press_wishes
from redaksi.press.urgencies import LATER
from tests.press.conftest import Paper

pytestmark = pytest.mark.django_db


@pytest.fixture
def look(paper: Paper) -> Iterator[Look]:
    look = Look(paper.store)
    yield look
    look.forget()


def press(paper: Paper, look: Look) -> None:
    wishes = paper.store.index.wanted(1000)
    press_wishes(paper.store, wishes, seen=look.seen_for(wishes))


def test_pages_wanted_before_the_look_share_it(paper: Paper, look: Look) -> None:
    paper.store.index.want(addresses=["/", paper.stories[1].path], urgency=LATER)
    first, second = paper.store.index.wanted(2)

    seen = look.seen_for([first])

    assert look.seen_for([second]) == seen
    assert len(batches._kept.get() or ()) == 0


def test_a_page_wanted_later_is_made_from_a_new_look(paper: Paper, look: Look) -> None:
    want_everything(paper.store)
    press(paper, look)
    assert paper.faults() == []
    story = Article.objects.get(pk=paper.stories[7].pk)
    story.headline = "Yang lebih baru"
    story.save()

    while drain(paper.store):
        pass
    press(paper, look)

    look.forget()
    assert paper.faults() == []
    page = paper.store.read("/")
    assert page is not None
    assert "Yang lebih baru" in page.body.decode()
