"""A burst of votes changes nothing that readers see, and honest votes go on counting."""

from __future__ import annotations

import datetime

from django.test import Client
from django.utils import timezone

from redaksi.readers.counting import recount
from redaksi.readers.figures import figure_of
from redaksi.readers.models import SetAside, Vote
from tests.cast import Cast
from tests.factories import write_live
from tests.readers.giving import give, honest

HONEST = [1, 2, 3, 4, 5, 3, 3, 2, 4, 3] * 20  # 200 votes with a mean of 3
ADDRESSES = [f"198.51.{number}.9" for number in range(50)]


def test_ten_thousand_votes_from_fifty_networks_leave_the_mean(cast: Cast):
    story = write_live(section=cast.nasional)
    honest(story, HONEST, since=datetime.timedelta(hours=10))
    start = timezone.now()
    Vote.objects.bulk_create(
        Vote(
            article=story,
            voter=f"thrown away {n}",
            network=ADDRESSES[n % 50],
            stars=5,
            at=start + datetime.timedelta(milliseconds=6 * n),
        )
        for n in range(10_000)
    )
    honest(story, HONEST[:20], since=datetime.timedelta(hours=-1), name="after")

    recount(story.pk)

    figure = figure_of(story.pk)
    assert abs(figure.sum / figure.count / 3.0 - 1) < 0.01
    assert figure.count == 220
    assert sum(case.votes for case in SetAside.objects.all()) == 10_000


def test_votes_sent_with_thrown_away_cookies_are_set_aside(cast: Cast):
    story = write_live(section=cast.nasional)
    honest(story, HONEST, since=datetime.timedelta(hours=10))
    recount(story.pk)
    before = figure_of(story.pk)
    client = Client()

    statuses = set()
    for number in range(200):
        client.cookies.clear()
        statuses.add(give(story, 5, client=client, address=ADDRESSES[number % 10]).status_code)
    recount(story.pk)

    assert statuses == {303}
    assert Vote.objects.filter(article=story).count() == 400
    assert figure_of(story.pk) == before
