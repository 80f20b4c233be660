"""Related stories: what is alike, never what readers may not see, and at a bounded cost."""

from __future__ import annotations

import pytest
from django.core.cache import cache
from wagtail.models import Locale

from redaksi.articles.kinds import WithdrawalGround
from redaksi.articles.models import Article, OutboxEntry, RelatedStory, Subject
from redaksi.articles.publishing import publish, unpublish
from redaksi.articles.surroundings import surroundings_of, surroundings_of_all
from redaksi.articles.withdrawing import withdraw
from tests.cast import Cast
from tests.factories import write_draft

pytestmark = pytest.mark.django_db


def write(cast: Cast, headline: str, *tags: str, subjects=(), **fields) -> Article:
    story = write_draft(section=cast.nasional, headline=headline, **fields)
    story.tags.add(*tags)
    story.subjects.set(subjects)
    story.save()
    story.save_revision()
    publish(story)
    return Article.objects.get(pk=story.pk)


def related(story: Article) -> list[str]:
    return [other.headline for other in surroundings_of(story).related]


def test_stories_with_the_same_tag_come_before_those_with_the_same_words(cast: Cast):
    write(cast, "Kapal karam di Selat Sunda")
    write(cast, "Ombak tinggi menerjang", "laut")
    write(cast, "Harga cabai naik")

    story = write(cast, "Kapal hilang di Selat Bali", "laut")

    assert related(story) == ["Kapal karam di Selat Sunda", "Ombak tinggi menerjang"]


def test_one_word_in_common_is_not_enough(cast: Cast):
    write(cast, "Gubernur meresmikan pasar")

    assert related(write(cast, "Gubernur berpidato")) == []


def test_subjects_count_together_with_a_writer_or_a_word(cast: Cast):
    subjects = list(Subject.objects.all()[:3])
    write(cast, "Satu", subjects=subjects)

    assert related(write(cast, "Dua", subjects=subjects)) == ["Satu"]


def test_an_older_story_is_told_of_a_newer_one(cast: Cast):
    older = write(cast, "Satu", "laut")

    newer = write(cast, "Dua", "laut")

    assert related(older) == [newer.headline]


def test_a_new_story_makes_few_pages_anew(cast: Cast):
    for number in range(12):
        write(cast, f"Kabar {number}", "laut")
    OutboxEntry.objects.all().delete()

    write(cast, "Baru", "laut")

    told = [tag for entry in OutboxEntry.objects.all() for tag in entry.tags
            if tag.startswith("beside:")]  # fmt: skip
    assert len(told) <= 4  # the neighbour, and the nearest


def test_readers_are_led_to_nothing_that_they_may_not_see(cast: Cast):
    gone, offline = write(cast, "Satu", "laut"), write(cast, "Dua", "laut")
    story = write(cast, "Tiga", "laut")

    withdraw(gone, ground=WithdrawalGround.FALSE, note="Keliru.", by=cast.dewi)
    unpublish(offline)
    while_gone = related(story)
    publish(Article.objects.get(pk=offline.pk))

    assert while_gone == []
    assert related(story) == ["Dua"]


def test_paid_pieces_and_other_languages_stay_out(cast: Cast):
    english = Locale.objects.get(language_code="en")
    write(cast, "Satu", "laut", kind="advertorial")
    write(cast, "Dua", "laut", locale=english)
    story = write(cast, "Tiga", "laut")

    assert related(story) == []
    assert related(write(cast, "Empat", "laut", kind="advertorial")) == []


def test_what_the_text_links_to_already_is_left_out(cast: Cast):
    other = write(cast, "Satu", "laut")
    story = write(cast, "Dua", "laut", body=[("related", other)])

    assert related(story) == []


def test_rows_stay_few_however_many_stories_are_alike(cast: Cast):
    for number in range(12):
        write(cast, f"Kabar {number}", "laut")

    for story in Article.objects.filter(live=True):
        assert RelatedStory.objects.filter(article=story).count() <= 6
        assert len(related(story)) <= 4


def test_the_page_names_them(cast: Cast, client):
    write(cast, "Satu", "laut")
    story = write(cast, "Dua", "laut")

    page = client.get(story.path).content.decode()

    assert "Berita terkait" in page
    assert ">Satu</a>" in page


@pytest.mark.parametrize("number", [1, 5])
def test_many_stories_are_asked_for_together(number, cast: Cast, django_assert_num_queries):
    write(cast, "Awal", "laut")
    stories = [write(cast, f"Kabar {at}", "laut") for at in range(number)]
    cache.clear()

    with django_assert_num_queries(7):
        around = surroundings_of_all(stories)

    assert all(around[story.pk].related for story in stories)
