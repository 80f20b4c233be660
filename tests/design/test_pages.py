"""The page frame, the fronts and the notices as a reader gets them."""

from __future__ import annotations

from pathlib import Path

import pytest
from django.template.loader import render_to_string
from django.test import Client
from django.utils.translation import gettext, override
from lxml import html
from wagtail.models import Locale

import redaksi.design
from redaksi.newsroom.models import Person, Section
from tests.cast import Cast
from tests.factories import write_live

STATIC = Path(redaksi.design.__file__).parent / "static"

pytestmark = pytest.mark.django_db


def page_at(client: Client, path: str, status: int = 200) -> html.HtmlElement:
    answer = client.get(path)
    assert answer.status_code == status
    return html.fromstring(answer.content.decode())


def classes_of(page: html.HtmlElement) -> list[str]:
    return [teaser.get("class") for teaser in page.xpath("//article")]


def test_the_frame_has_its_landmarks_in_order(cast: Cast, client: Client) -> None:
    page = page_at(client, "/nasional/")

    marks = page.xpath("/html/body/*[self::a or self::header or self::main or self::footer]")
    assert [mark.tag for mark in marks] == ["a", "header", "main", "footer"]
    assert marks[0].get("href") == f"#{marks[2].get('id')}"
    assert page.get("lang") == "id"
    assert [heading.text for heading in page.xpath("//h1")] == ["Nasional"]


def test_the_frame_asks_for_one_sheet_one_script_and_the_mark(cast: Cast, client: Client) -> None:
    page = page_at(client, "/nasional/")

    asked = page.xpath("//link[not(@rel='canonical' or @rel='alternate')]/@href | //script/@src")
    assert asked == [
        "/statis/design/paper.css",
        "/statis/design/paper.js",
        "/statis/design/mark.svg",
        "/statis/design/favicon.png",
    ]
    assert [(STATIC / name.removeprefix("/statis/")).exists() for name in asked] == [True] * 4


@pytest.mark.parametrize(
    ("path", "current"),
    [("/", []), ("/nasional/", [("Nasional", "page")]), ("/daerah/", [("Nasional", "true")])],
)
def test_the_navigation_says_where_we_are(
    cast: Cast, client: Client, path: str, current: list[tuple[str, str]]
) -> None:
    page = page_at(client, path)

    marked = page.xpath("//nav[@class='sections']//a[@aria-current]")
    assert [(link.text, link.get("aria-current")) for link in marked] == current


def test_a_story_of_a_subsection_stands_under_its_section(cast: Cast, client: Client) -> None:
    page = page_at(client, write_live(section=cast.daerah).path)

    assert page.xpath("//nav[@class='sections']//a[@aria-current]/text()") == ["Nasional"]


@pytest.mark.parametrize(
    ("stories", "sizes"),
    [(1, ["lead"]), (3, ["lead", "second", "second"]), (4, ["lead", "second", "second", "row"])],
)
def test_a_front_has_one_lead_two_seconds_and_a_river(
    cast: Cast, client: Client, stories: int, sizes: list[str]
) -> None:
    for number in range(stories):
        write_live(section=cast.nasional, headline=f"Berita {number}")

    page = page_at(client, "/")

    assert classes_of(page) == [f"teaser teaser-{size} of-news" for size in sizes]
    assert page.xpath("//article[1]//h2/a/text()")[0] == f"Berita {stories - 1}"


def test_an_empty_section_speaks(cast: Cast, client: Client) -> None:
    Section.objects.create(name="Seni", slug="seni")

    page = page_at(client, "/seni/")

    assert page.xpath("//main//p[@class='empty']/text()") == [
        said("Nothing has been published here yet.")
    ]


def test_a_headline_in_another_language_says_so(cast: Cast, client: Client) -> None:
    english = Locale.objects.get(language_code="en")
    write_live(section=cast.nasional, headline="Bridge opens", locale=english)
    write_live(section=cast.nasional, headline="Jembatan dibuka")

    page = page_at(client, "/")

    assert page.xpath("//article//*[@lang]//h2/a/text()") == ["Bridge opens"]
    assert page.xpath("//article//*[@lang]/@lang") == ["en"]


def test_a_person_has_a_portrait_or_initials(cast: Cast, client: Client, picture: object) -> None:
    plain = Person.objects.create(name="Sari", slug="sari", initials="sr", biography="<p>Hai.</p>")
    shown = Person.objects.create(name="Yusuf", slug="yusuf", portrait=picture)

    assert page_at(client, plain.url).xpath("//span[@class='portrait']/text()") == ["sr"]
    assert page_at(client, shown.url).xpath("//img[@class='portrait']/@alt") == [""]


def test_a_picture_carries_its_words_and_its_size(
    cast: Cast, client: Client, picture: object
) -> None:
    page = page_at(client, write_live(section=cast.nasional, lead_picture=picture).path)

    image = page.xpath("//main//figure//img")[0]
    assert image.get("alt") == "Bidang hijau kebiruan"
    assert (image.get("width"), image.get("height")) == ("64", "48")
    assert page.xpath("//figcaption/span/text()") == ["Foto: Uji"]


@pytest.mark.parametrize(("path", "status"), [("/tidak/ada/", 404), ("/nihil/", 404)])
def test_a_missing_page_leads_home(cast: Cast, client: Client, path: str, status: int) -> None:
    page = page_at(client, path, status)

    assert page.xpath("//main//a/@href") == ["/"]
    assert page.xpath("//meta[@name='robots']/@content") == ["noindex"]


def test_the_broken_page_needs_neither_context_nor_database(
    django_assert_num_queries: object,
) -> None:
    with override("id"), django_assert_num_queries(0):  # type: ignore[operator]
        page = html.fromstring(render_to_string("500.html"))

    assert page.get("lang") == "id"
    assert page.xpath("//main//a/@href") == ["/"]


def said(text: str) -> str:
    """The text as the paper says it."""
    with override("id"):
        return gettext(text)
