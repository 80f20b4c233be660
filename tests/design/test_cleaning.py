"""Rich text outside stories is cleaned as that in stories is, whichever way it came."""

from __future__ import annotations

from html import unescape

import pytest
from django.utils.html import strip_tags
from hypothesis import given
from hypothesis import strategies as st
from wagtail.models import Page

from redaksi.design.cleaning import clean_rich_text, words_of
from redaksi.newsroom.models import Person
from redaksi.website.models import StaticPage

pytestmark = pytest.mark.django_db

HOSTILE = (
    '<p onclick="x()">Ani <b>Lestari</b> <a href="javascript:x()">di sini</a></p>'
    '<script>x()</script><img src="x" onerror="x()"><iframe src="https://x.example/"></iframe>'
)
PIECES = (
    "<p>", "</p>", "<b>", '<a href="http://x.example/?a>b<c">', "<a href='http://y.example/\"q'>",
    "</a>", "<br>", "<", ">", "&lt;", "&amp;", "&nbsp;", "&", "<!--", "-->", "<script>", '"', "'",
    "<div>", '<div title="a>b">', "</div>", "<td>", "</td>", "<table>", "<tr>", "<li>", "<ul>",
    "<h2>", " ",
)  # fmt: skip
HARMLESS = "<p>Ani <b>Lestari</b> <a>di sini</a></p>"


def test_a_biography_from_outside_the_editor(client):
    Person.objects.create(name="Ani", slug="ani-lestari", biography=HOSTILE)

    assert Person.objects.get(slug="ani-lestari").biography == HARMLESS
    assert HARMLESS in client.get("/orang/ani-lestari/").content.decode()


def test_many_biographies_at_once():
    Person.objects.bulk_create([Person(name="Ani", slug="ani-lestari", biography=HOSTILE)])

    assert Person.objects.get(slug="ani-lestari").biography == HARMLESS


def test_a_page_of_fixed_text_keeps_its_headings_and_nothing_else(client):
    home = Page.objects.get(depth=2)
    page = home.add_child(
        instance=StaticPage(
            title="Pedoman", slug="pedoman-kami", text=f"<h2>Hak jawab</h2>{HOSTILE}"
        )
    )

    assert StaticPage.objects.get(pk=page.pk).text == f"<h2>Hak jawab</h2>{HARMLESS}"
    assert HARMLESS in client.get(page.url).content.decode()
    assert page.text == f"<h2>Hak jawab</h2>{HARMLESS}"


def test_links_to_pages_survive():
    link = '<p><a linktype="page" id="3">Pedoman</a></p>'

    person = Person.objects.create(name="Ani", slug="ani-lestari", biography=link)

    assert person.biography == link


@given(st.lists(st.sampled_from(PIECES) | st.text(max_size=3)).map("".join))
def test_the_words_of_cleaned_html_are_all_but_its_tags(html):
    cleaned = clean_rich_text(html)

    # But for spaces: paragraphs stay apart.
    assert words_of(cleaned).split() == unescape(words_apart(cleaned)).split()


@given(st.lists(st.sampled_from(PIECES) | st.text(max_size=3)).map("".join), st.booleans())
def test_cleaning_twice_is_cleaning_once(html, headings):
    cleaned = clean_rich_text(html, headings=headings)

    assert clean_rich_text(cleaned, headings=headings) == cleaned


@pytest.mark.parametrize(
    ("pasted", "cleaned"),
    [
        (
            "<table><tr><td>Beras</td> <td>15.000</td></tr><tr><td>Gula</td></tr></table>",
            "<p>Beras | 15.000<br>Gula</p>",
        ),
        ("<div>satu</div><div>dua</div>", "<p>satu<br>dua</p>"),
        ("<p>satu</p> <div><div>dua</div> </div> <p>tiga</p>", "<p>satu</p>dua<p>tiga</p>"),
        ("<ul><li><div>satu</div><div>dua</div></li></ul>", "<ul><li>satu<br>dua</li></ul>"),
        ('<div title="a>b"><b>satu</b></div>dua', "<p><b>satu</b><br>dua</p>"),
        ("<h2>satu</h2>dua", "<p>satu<br>dua</p>"),
        ("<div></div>", ""),
    ],
)
def test_what_stood_on_lines_of_its_own_is_not_glued_together(pasted, cleaned):
    assert clean_rich_text(pasted) == cleaned


def words_apart(html: str) -> str:
    """What Django leaves of HTML whose paragraphs are spaced out first."""
    for ending in ("</p>", "</li>", "</h2>", "</h3>", "</blockquote>", "<br>"):
        html = html.replace(ending, f"\n{ending}")
    return strip_tags(html)


def test_paragraphs_stay_apart_and_signs_are_themselves() -> None:
    assert words_of("<p>Tepung</p><p>beras &amp; gula</p>").split("\n") == [
        "Tepung", "beras & gula", "",
    ]  # fmt: skip
