"""Moments at which a kill did harm once; found by ``make faults``."""

from __future__ import annotations

import pytest

from redaksi.articles.models import OutboxEntry, StretchEnd
from redaksi.press.starting import settle_every_list
from tests.cast import Cast
from tests.factories import write_live

pytestmark = pytest.mark.django_db


@pytest.fixture
def ends(cast: Cast, short_pages: None) -> list[tuple[str, int]]:
    """The ends of the pages of a paper of ten stories."""
    for number in range(10):
        write_live(section=cast.nasional, headline=f"Berita {number}")
    OutboxEntry.objects.all().delete()
    return list(StretchEnd.objects.order_by("pk").values_list("list", "article_key"))


def test_killed_while_lists_are_settled_their_pages_end_where_they_did(ends, monkeypatch):
    class Killed(BaseException):
        pass

    def die(*_rows, **_details):
        raise Killed

    monkeypatch.setattr(StretchEnd.objects, "bulk_create", die)
    with pytest.raises(Killed):
        settle_every_list()

    assert ends == list(StretchEnd.objects.order_by("pk").values_list("list", "article_key"))
    assert ends != []


def test_lists_that_were_settled_promise_every_page(ends):
    settle_every_list()

    assert OutboxEntry.objects.filter(everything=True).exists()
