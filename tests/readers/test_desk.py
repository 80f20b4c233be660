"""Editors see what was set aside of their stories, and have the last word."""

from __future__ import annotations

import datetime

from django.conf import settings
from django.utils import timezone

from redaksi.articles.models import Article
from redaksi.readers.counting import recount
from redaksi.readers.figures import figure_of
from redaksi.readers.models import Rating, Ruling, SetAside, Vote
from tests.cast import Cast
from tests.factories import write_live

ADDRESS = f"/{settings.CONFIG.newsroom_path}/ratings/"


def pushed(cast: Cast) -> Article:
    """A story that six readers of one network gave five stars."""
    story = write_live(section=cast.nasional, headline="Didorong")
    at = timezone.now() - datetime.timedelta(hours=1)
    Vote.objects.bulk_create(
        Vote(article=story, voter=f"v{n}", network="satu", stars=5, at=at) for n in range(6)
    )
    Rating.objects.create(article=story)
    recount(story.pk)
    return story


def test_an_editor_lets_votes_count_and_sets_them_aside_again(cast: Cast, client):
    story = pushed(cast)
    client.force_login(cast.budi)

    page = client.get(ADDRESS).content.decode()
    client.post(ADDRESS, {"case": SetAside.objects.get().pk})
    let_in, by = figure_of(story.pk).count, Ruling.objects.get().by_name
    client.post(ADDRESS, {"case": SetAside.objects.get().pk, "again": ""})

    assert "Didorong" in page
    assert "Banyak dari satu jaringan" in page
    assert (let_in, by) == (6, "budi")
    assert figure_of(story.pk).count == 0


def test_others_neither_see_nor_decide(cast: Cast, client):
    story = pushed(cast)
    client.force_login(cast.citra)

    page = client.get(ADDRESS).content.decode()
    answer = client.post(ADDRESS, {"case": SetAside.objects.get().pk})

    assert "Didorong" not in page
    assert answer.status_code in (302, 403)
    assert figure_of(story.pk).count == 0


def test_what_was_counted_otherwise_by_now_is_not_found(cast: Cast, client):
    client.force_login(cast.dewi)

    answers = [client.post(ADDRESS, {"case": key}).status_code for key in ("", "x", "9" * 40, "7")]

    assert answers == [404] * 4
