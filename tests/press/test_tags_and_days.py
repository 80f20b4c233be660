"""Pages of tags and of the archive follow what they show, and come and go with it."""

from __future__ import annotations

import datetime
from collections.abc import Callable

import pytest
from taggit.models import Tag

from redaksi.articles.models import Article
from redaksi.articles.publishing import publish, unpublish
from tests.factories import write_draft, write_live
from tests.press.conftest import Paper
from tests.press.test_changes import edit, save

pytestmark = pytest.mark.django_db

DAY = datetime.date(2022, 1, 30)


def tag(paper: Paper, *names: str, story: int = 3) -> None:
    draft = Article.objects.get(pk=paper.stories[story].pk).get_latest_revision_as_object()
    draft.tags.set(names, clear=True) if names else draft.tags.clear()
    draft.save_revision()
    publish(Article.objects.get(pk=draft.pk))


def a_tag_that_is_new(paper: Paper) -> None:
    tag(paper, "gelombang")


def a_tag_that_others_carry(paper: Paper) -> None:
    tag(paper, "laut")


def the_last_tagged_story_offline(paper: Paper) -> None:
    unpublish(Article.objects.get(pk=paper.stories[5].pk))


def a_tag_taken_off(paper: Paper) -> None:
    tag(paper, story=5)


def a_tags_address(paper: Paper) -> None:
    save(Tag.objects.get(name="laut"), slug="samudra")


def a_tag_deleted(paper: Paper) -> None:
    Tag.objects.get(name="laut").delete()


def a_long_list(paper: Paper) -> None:
    for number in range(7):
        tag(paper, "laut", story=number)
    paper.press()
    save(Tag.objects.get(name="laut"), slug="samudra")


def the_first_story_of_a_year(paper: Paper) -> None:
    write_live(section=paper.cast.nasional, headline="Dahulu", story_date=DAY)


def another_story_of_a_day(paper: Paper) -> None:
    the_first_story_of_a_year(paper)
    paper.press()
    write_live(section=paper.cast.nasional, headline="Juga", story_date=DAY)


def another_day_of_a_month(paper: Paper) -> None:
    the_first_story_of_a_year(paper)
    paper.press()
    write_live(section=paper.cast.nasional, headline="Esok", story_date=datetime.date(2022, 1, 31))


def the_only_story_of_a_year_offline(paper: Paper) -> None:
    the_first_story_of_a_year(paper)
    paper.press()
    unpublish(Article.objects.get(headline="Dahulu"))


def another_day_for_a_story(paper: Paper) -> None:
    edit(paper.stories[3], story_date=DAY)


def a_tagged_draft(paper: Paper) -> None:
    draft = write_draft(section=paper.cast.nasional, headline="Naskah")
    draft.tags.add("rahasia")
    draft.save()


@pytest.mark.parametrize(
    "change",
    [
        a_tag_that_is_new, a_tag_that_others_carry, the_last_tagged_story_offline, a_tag_taken_off,
        a_tags_address, a_tag_deleted, a_long_list, the_first_story_of_a_year,
        another_story_of_a_day, another_day_of_a_month, the_only_story_of_a_year_offline,
        another_day_for_a_story, a_tagged_draft,
    ],
)  # fmt: skip
def test_no_stale_byte_and_no_page_too_many(change: Callable[[Paper], None], paper: Paper) -> None:
    change(paper)

    done = paper.press()

    assert paper.faults() == []
    assert set(done.made) - set(done.changed) - set(done.gone) == set()


def test_pages_of_tags_and_days_are_among_the_pressed(paper: Paper) -> None:
    the_first_story_of_a_year(paper)
    paper.press()

    pressed = set(paper.store.addresses())

    assert {"/topik/laut/", "/indeks/", "/indeks/2022/", "/indeks/2022/01/30/"} <= pressed
