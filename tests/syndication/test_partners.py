"""Stories in the formats of partners, given to the desk alone."""

from __future__ import annotations

import json

import pytest
from django.urls import reverse
from lxml import etree

from redaksi.articles.kinds import WithdrawalGround
from redaksi.articles.models import Article
from redaksi.articles.withdrawing import withdraw
from redaksi.syndication.items import uri_of
from redaksi.syndication.partners import PARTNER_FORMATS
from tests.cast import Cast
from tests.factories import add_test_picture, write_draft, write_live

pytestmark = pytest.mark.django_db


def address(story: Article, name: str = "ninjs-3.0") -> str:
    return reverse("article_export", args=[story.pk, name])


@pytest.mark.parametrize("name", list(PARTNER_FORMATS))
def test_the_desk_gets_a_published_story_in_every_format(name, cast: Cast, client):
    story = write_live(
        section=cast.daerah, headline="Ombak & angin", lead_picture=add_test_picture()
    )
    client.force_login(cast.budi)

    answer = client.get(address(story, name))

    assert answer.status_code == 200
    assert uri_of(story).encode() in answer.content
    assert answer["Content-Disposition"].startswith(f'attachment; filename="ombak-angin.{name}.')


def test_the_story_carries_its_text_and_its_address(cast: Cast, client):
    story = write_live(section=cast.daerah, headline="Ombak")
    client.force_login(cast.budi)

    item = json.loads(client.get(address(story)).content)

    assert item["headlines"][0]["value"] == "Ombak"
    assert item["altIds"][0]["value"] == story.canonical_url
    assert "Gubernur meresmikan jembatan itu" in item["bodies"][0]["value"]


def test_a_withdrawn_story_leaves_as_a_notice_without_its_text(cast: Cast, client):
    story = write_live(section=cast.daerah, headline="Ombak", standfirst="Keliru sekali.")
    withdraw(story, ground=WithdrawalGround.FALSE, note="Keliru.", by=cast.dewi)
    client.force_login(cast.dewi)

    ninjs = json.loads(client.get(address(story)).content)
    newsml = etree.fromstring(client.get(address(story, "newsml-g2")).content)

    assert (ninjs["pubStatus"], ninjs["uri"]) == ("canceled", uri_of(story))
    assert "bodies" not in ninjs
    assert "Keliru sekali" not in json.dumps(ninjs)
    assert newsml.find(".//{*}pubStatus").get("qcode") == "stat:canceled"


def test_what_was_never_published_does_not_leave(cast: Cast, client):
    draft = write_draft(section=cast.daerah)
    client.force_login(cast.budi)

    assert client.get(address(draft)).status_code == 404


def test_an_unpublished_change_does_not_leave(cast: Cast, client):
    story = write_live(section=cast.daerah, headline="Ombak")
    draft = story.get_latest_revision_as_object()
    draft.headline = "Rahasia"
    draft.save_revision()
    client.force_login(cast.budi)

    assert b"Rahasia" not in client.get(address(story)).content


def test_an_unknown_format_is_not_there_and_others_stay_outside(cast: Cast, client):
    story = write_live(section=cast.daerah)

    assert client.get(address(story)).status_code == 302
    client.force_login(cast.budi)
    assert client.get(address(story, "word")).status_code == 404


def test_the_record_of_a_published_story_offers_the_files(cast: Cast, client):
    story = write_live(section=cast.daerah)
    draft = write_draft(section=cast.daerah, headline="Naskah")
    client.force_login(cast.budi)

    pages = [client.get(reverse("article_record", args=[s.pk])).content for s in (story, draft)]

    assert [address(story).encode() in page for page in pages] == [True, False]
    assert b"/export/" not in pages[1]
