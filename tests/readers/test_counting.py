"""The figure follows the log, at most once a minute, and the page of that story alone."""

from __future__ import annotations

import datetime

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone

from redaksi.articles.models import OutboxEntry
from redaksi.readers.counting import count_due, judgement_of, recount
from redaksi.readers.figures import figure_of
from redaksi.readers.models import Rating, Vote
from redaksi.readers.opening import carry_in
from redaksi.readers.ranking import rank, stories_in
from tests.cast import Cast
from tests.factories import write_live
from tests.readers.giving import give, honest

AN_HOUR = datetime.timedelta(hours=1)


def test_counting_again_gives_the_figure_that_is_shown(cast: Cast):
    story = write_live(section=cast.nasional)
    honest(story, [5, 4, 3, 5, 1], since=AN_HOUR)
    carry_in(story, sum=40, count=10)
    count_due()

    shown = figure_of(story.pk)
    judged = judgement_of(story.pk)

    assert (shown.sum, shown.count) == (40 + 18, 10 + 5)
    assert (judged.sum, judged.count) == (18, 5)


def test_a_story_is_counted_at_most_once_a_minute(cast: Cast):
    story = write_live(section=cast.nasional)

    give(story, 4)
    first = count_due()
    give(story, 4, address="198.51.100.1")
    too_soon = count_due()
    Rating.objects.update(counted_at=timezone.now() - datetime.timedelta(seconds=61))
    later, nothing_new = count_due(), count_due()

    assert (first, too_soon, later, nothing_new) == (1, 0, 1, 0)
    assert figure_of(story.pk).count == 2


def test_only_a_new_figure_is_promised(cast: Cast):
    story = write_live(section=cast.nasional)
    give(story, 4)
    OutboxEntry.objects.all().delete()

    recount(story.pk)
    recount(story.pk)

    assert [entry.tags for entry in OutboxEntry.objects.all()] == [[f"rating:{story.pk}"]]


def test_a_deleted_story_is_counted_no_more(cast: Cast):
    recount(999_999)

    assert Rating.objects.count() == 0


def test_the_log_is_only_added_to(cast: Cast):
    story = write_live(section=cast.nasional)
    give(story, 4)
    line = Vote.objects.get()

    with pytest.raises(TypeError):
        line.save()


def test_an_opening_balance_is_shown_together_and_replaces_itself(cast: Cast):
    story = write_live(section=cast.nasional)

    carry_in(story, sum=9, count=3)
    carry_in(story, sum=14, count=3)

    assert (figure_of(story.pk).sum, figure_of(story.pk).count) == (14, 3)


@pytest.mark.parametrize(
    ("total", "count"), [(16, 3), (2, 3), (-1, 0), (5, -1), (1, 0), (2**60, 2**59)]
)
def test_an_impossible_opening_balance_is_refused(total, count, cast: Cast):
    story = write_live(section=cast.nasional)

    with pytest.raises(ValidationError, match="bintang"):
        carry_in(story, sum=total, count=count)

    assert Rating.objects.count() == 0


def test_the_most_rated_come_first_and_only_live_ones(cast: Cast):
    few, many, better, gone = (
        write_live(section=cast.nasional, headline=name) for name in ("A", "B", "C", "D")
    )
    for story, total, count in ((few, 5, 1), (many, 30, 10), (better, 40, 10), (gone, 90, 20)):
        carry_in(story, sum=total, count=count)
    gone.unpublish()

    rank()

    assert stories_in("rated", None) == [better.pk, many.pk, few.pk]
