"""Fronts follow whatever they show, and nothing is made for what they do not."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable

import pytest
from django.utils import timezone

from redaksi.articles.models import Article
from redaksi.articles.publishing import publish, unpublish
from redaksi.fronts.breaking import raise_strip, take_down
from redaksi.fronts.models import Front
from redaksi.fronts.versions import put_back
from redaksi.readers.ranking import rank
from redaksi.readers.reads import add
from tests.factories import add_test_picture, write_draft, write_live
from tests.fronts.laying import lay_out, pin
from tests.press.conftest import Paper

pytestmark = pytest.mark.django_db


def an_opinion(paper: Paper) -> None:
    write_live(section=paper.cast.nasional, headline="Kolom", kind="opinion")


def a_photo_story_of_a_section(paper: Paper) -> None:
    write_live(section=paper.cast.ekonomi, headline="Gambar", kind="photo_story")


def a_story_that_becomes_an_opinion(paper: Paper) -> None:
    draft = paper.stories[0].get_latest_revision_as_object()
    draft.kind = "opinion"
    draft.save_revision()
    publish(type(draft).objects.get(pk=draft.pk))


def another_layout(paper: Paper) -> None:
    lay_out(None, [("lead", {"pins": [pin(paper.stories[0])]})])


def a_first_layout(paper: Paper) -> None:
    lay_out(paper.cast.nasional, [("lead", {"pins": [pin(paper.stories[0])]})])


def a_version_put_back(paper: Paper) -> None:
    front = Front.objects.get(section=None)
    first = front.live_revision
    another_layout(paper)
    put_back(front, first, by=paper.cast.dewi)
    paper.press()
    another_layout(paper)


def a_front_offline(paper: Paper) -> None:
    Front.objects.get(section=None).unpublish()


def a_front_deleted(paper: Paper) -> None:
    Front.objects.get(section=paper.cast.ekonomi).delete()


def a_pinned_draft_that_goes_live(paper: Paper) -> None:
    draft = write_draft(section=paper.cast.daerah, headline="Ditunggu")
    lay_out(paper.cast.ekonomi, [("lead", {"pins": [pin(draft)]})])
    paper.press()
    publish(draft)


def a_picture_of_the_front_alone(paper: Paper) -> None:
    picture = add_test_picture("Muka")
    lay_out(None, [("lead", {"pins": [pin(paper.stories[0], "", picture)]})])
    paper.press()
    picture.alt_text = "Kata lain"
    picture.save()


def breaking_news(paper: Paper) -> None:
    raise_strip(text="Gempa", story=paper.stories[2], by=paper.cast.dewi)


def breaking_news_taken_down(paper: Paper) -> None:
    breaking_news(paper)
    paper.press()
    take_down(by=paper.cast.dewi)


def breaking_news_whose_story_goes_offline(paper: Paper) -> None:
    breaking_news(paper)
    paper.press()
    unpublish(Article.objects.get(pk=paper.stories[2].pk))


def a_draft_of_a_layout(paper: Paper) -> None:
    front = Front.objects.get(section=None)
    front.slots = []
    front.save_revision()


@pytest.mark.parametrize(
    "change",
    [
        an_opinion, a_photo_story_of_a_section, a_story_that_becomes_an_opinion, another_layout,
        a_first_layout, a_version_put_back, a_front_offline, a_front_deleted,
        a_pinned_draft_that_goes_live, a_picture_of_the_front_alone, breaking_news,
        breaking_news_taken_down, breaking_news_whose_story_goes_offline, a_draft_of_a_layout,
    ],
)  # fmt: skip
def test_fronts_are_never_stale(change: Callable[[Paper], None], paper: Paper) -> None:
    change(paper)

    done = paper.press()

    assert paper.faults() == []
    assert set(done.made) - set(done.changed) - set(done.gone) == set()
    if change is a_draft_of_a_layout:
        assert done.made == []


def test_a_strip_makes_fronts_and_nothing_else(paper: Paper) -> None:
    breaking_news(paper)

    assert sorted(paper.press().made) == ["/", "/daerah/", "/ekonomi/", "/nasional/"]


def test_a_ranking_makes_the_page_that_shows_it(paper: Paper) -> None:
    story = paper.stories[0]
    add(Counter({story.path: 5}), at=timezone.now())
    rank()
    ranked = paper.press().made

    unpublish(Article.objects.get(pk=story.pk))
    paper.press()

    assert ranked == ["/terpopuler/"]
    assert paper.faults() == []
