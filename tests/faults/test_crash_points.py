"""What did harm once, and was found by ``make faults``."""

from __future__ import annotations

import threading

import pytest
from django.core.exceptions import ValidationError
from wagtail import blocks
from wagtail.blocks.stream_block import StreamValue

from redaksi.articles.blocks import BodyBlock
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


def test_a_text_is_not_checked_as_a_draft_because_somebody_saves_one_just_now():
    is_checked, may_go_on = threading.Event(), threading.Event()
    outcomes: list[str] = []

    class Slow(blocks.CharBlock):
        def clean(self, value):
            is_checked.set()
            may_go_on.wait(10)
            return super().clean(value)

    class Body(BodyBlock):
        slow = Slow()

    body = Body()

    def save_draft():
        body.clean_deferred(StreamValue(body, [("slow", "")]))
        outcomes.append("saved")

    def publish_without_heading():
        try:
            body.clean(StreamValue(body, [("heading", "")]))
            outcomes.append("published")
        except ValidationError:
            outcomes.append("refused")

    drafting = threading.Thread(target=save_draft)
    drafting.start()
    assert is_checked.wait(10)
    publishing = threading.Thread(target=publish_without_heading)
    publishing.start()
    publishing.join(0.2)
    may_go_on.set()
    for thread in (drafting, publishing):
        thread.join()

    assert outcomes == ["saved", "refused"]
