"""The home page and the sections' pages list what is live, newest first, page by page."""

from __future__ import annotations

import re

import pytest
from lxml import html

from tests.cast import Cast
from tests.factories import write_live

pytestmark = pytest.mark.django_db


def headlines_on(client, path: str) -> list[str]:
    return re.findall(r"Berita \d\d", client.get(path).content.decode())


def older_page(client, path: str) -> str | None:
    page = html.fromstring(client.get(path).content.decode())
    links = page.xpath("//body//a[contains(@href, '/sebelum/')]/@href")
    return links[0] if links else None


@pytest.mark.parametrize("path", ["/", "/nasional/"])
def test_leafing_through_shows_every_story_once_newest_first(path, cast: Cast, client, short_pages):
    for number in range(10):
        write_live(section=cast.nasional, headline=f"Berita {number:02}")

    seen: list[str] = []
    page: str | None = path
    while page:
        seen += headlines_on(client, page)
        page = older_page(client, page)

    assert seen == [f"Berita {number:02}" for number in reversed(range(10))]


def test_a_section_shows_no_other_sections_stories(cast: Cast, client):
    write_live(section=cast.nasional, headline="Berita 01")
    write_live(section=cast.ekonomi, headline="Berita 02")

    assert headlines_on(client, "/ekonomi/") == ["Berita 02"]


def test_an_empty_paper_says_so(cast: Cast, client):
    page = client.get("/").content.decode()

    assert "Belum ada yang terbit di sini." in page


def test_a_front_headline_stands_in_lists_and_not_on_the_story(cast: Cast, client):
    story = write_live(section=cast.nasional, headline="Judul panjang", front_headline="Berita 07")

    assert headlines_on(client, "/nasional/") == ["Berita 07"]
    assert headlines_on(client, story.path) == []


def test_a_page_behind_the_oldest_story_is_none(cast: Cast, client):
    write_live(section=cast.nasional)

    assert client.get("/nasional/sebelum/19900101T000000000000-1/").status_code == 404


def test_a_renamed_section_is_found_at_its_old_address_and_may_be_renamed_back(cast: Cast, client):
    cast.ekonomi.slug = "bisnis"
    cast.ekonomi.save()

    answer = client.get("/ekonomi/")

    assert (answer.status_code, answer["Location"]) == (301, "/bisnis/")
    assert answer["Cache-Control"] == "max-age=600"
