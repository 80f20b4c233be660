"""A story's card, and what oEmbed asks for."""

from __future__ import annotations

import re
from io import BytesIO

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image
from wagtail.models import Locale

from redaksi.articles.publishing import publish, unpublish
from redaksi.syndication.cards import Card, draw
from redaksi.syndication.sharing import card_address
from tests.cast import Cast
from tests.factories import add_test_picture, write_draft, write_live

CARD = re.compile(r'property="og:image" content="[^"]*(/kartu/[^"]+)"')


@pytest.mark.django_db
def test_a_story_without_a_picture_is_shared_with_a_card_of_its_headline(cast: Cast, client):
    story = write_live(section=cast.daerah, headline="Harga Beras Turun Sepekan Ini")

    address = CARD.search(client.get(story.path).content.decode())[1]
    answer = client.get(address)

    image = Image.open(BytesIO(answer.content))
    assert (answer["Content-Type"], image.size) == ("image/png", (1200, 630))
    again = client.get(address, headers={"if-none-match": answer["ETag"]})
    assert again.status_code == 304


@pytest.mark.django_db
def test_the_card_of_a_story_in_another_language_is_found(cast: Cast, client):
    english = Locale.objects.get(language_code="en")
    story = write_live(section=cast.daerah, kind="opinion", locale=english)

    address = CARD.search(client.get(story.path).content.decode())[1]

    assert client.get(address).status_code == 200


@pytest.mark.django_db
def test_a_story_with_a_picture_needs_no_card(cast: Cast, client):
    story = write_live(section=cast.daerah, lead_picture=add_test_picture())

    assert CARD.search(client.get(story.path).content.decode()) is None


@pytest.mark.django_db
def test_a_new_headline_has_a_new_card_and_the_old_one_is_gone(cast: Cast, client):
    story = write_live(section=cast.daerah, headline="Lama")
    old = card_address(story)

    draft = story.get_latest_revision_as_object()
    draft.headline = "Baru"
    draft.save_revision()
    publish(story)

    story.refresh_from_db()
    assert client.get(old).status_code == 404
    assert client.get(card_address(story)).status_code == 200


@pytest.mark.django_db
def test_what_is_not_published_has_no_card_and_nothing_to_embed(cast: Cast, client, settings):
    draft = write_draft(section=cast.daerah)
    story = write_live(section=cast.daerah, headline="Terbit")

    unpublish(story)

    story.refresh_from_db()
    for hidden in (draft, story):
        assert client.get(card_address(hidden)).status_code == 404
        embed = client.get("/api/oembed/", {"url": hidden.canonical_url})
        assert embed.status_code == 404


@pytest.mark.django_db
def test_oembed_describes_a_story_that_its_page_leads_to(cast: Cast, client):
    story = write_live(section=cast.daerah, headline="Harga <beras> & cabai")

    page = client.get(story.path).content.decode()
    answer = client.get("/api/oembed/", {"url": story.canonical_url})

    embed = answer.json()
    assert "application/json+oembed" in page
    assert (embed["version"], embed["type"], embed["title"]) == ("1.0", "rich", story.headline)
    assert f'<a href="{story.canonical_url}">Harga &lt;beras&gt; &amp; cabai</a>' in embed["html"]
    assert embed["thumbnail_url"].endswith(card_address(story))


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("query", "status"),
    [
        ({}, 400), ({"url": ""}, 400), ({"url": "http://[", }, 404), ({"url": "/"}, 404),
        ({"url": "https://luar.example/daerah/2026/01/30/a/"}, 404),
        ({"url": "x", "format": "xml"}, 501), ({"url": "\0"}, 404),
    ],
)  # fmt: skip
def test_oembed_refuses_what_it_cannot_answer(query, status, client):
    assert client.get("/api/oembed/", query).status_code == status


@given(st.text(max_size=300), st.text(max_size=300))
@settings(max_examples=15)
def test_any_words_make_a_card(headline, section):
    assert draw(Card("Harian Uji", section, headline)).startswith(b"\x89PNG")
