"""The parts that read HTML: pruning, blocks, titles, structured data, the choice of the body."""

import datetime
import json

import pytest

from redaksi.formats.page import read_page
from redaksi.formats.page.markup.alignment import Paragraphs
from redaksi.formats.page.markup.blocks import blocks_of
from redaksi.formats.page.markup.in_time import read_markup_in_time
from redaksi.formats.page.markup.landmarks import by_landmarks
from redaksi.formats.page.markup.parsing import parse, without_tags
from redaksi.formats.page.markup.pruning import prune
from redaksi.formats.page.markup.structured import structured
from redaksi.formats.page.markup.titles import choose_title, without_site
from redaksi.formats.page.markup.voices import agreement, by_trafilatura

TODAY = datetime.date(2026, 11, 24)
STORY = (
    "<h1>Warung Apung Dibuka di Danau Poso</h1>"
    "<p>POSO – Warung apung dibuka di Danau Poso, kata camat setempat kemarin.</p>"
)


def lines(html):
    return [block.text for block in blocks_of(parse(html))]


@pytest.mark.parametrize(
    ("html", "left"),
    [
        ("a<script>b</script>c", "a c"),
        ("a<!-- <script> -->c", "ac"),
        ("a<STYLE>b</STYLE >c", "a c"),
        ("a<script>b", "a "),
        ("a<svg>b<p>c", "a b<p>c"),
        ("a<!--b<p>c", "ac"),
    ],
)
def test_scripts_and_comments_are_cut_out(html, left):
    assert prune(html).html == left


def test_structured_data_is_kept_apart():
    page = '<script type="application/ld+json">{"a": 1}</script><script>x</script>'

    assert prune(page).data == ('{"a": 1}',)


def test_blocks_are_the_lines_one_sees():
    html = (
        "<div>satu <b>dua</b><br>tiga<ul><li>empat</ul><p hidden>spam</p>"
        "<p style='display: none'>spam</p><a>lima</a><a>enam</a></div>"
    )

    assert lines(html) == ["satu dua", "tiga", "empat", "lima enam"]


def test_stars_are_told_by_file_name_and_class():
    images = "<p><img src='/x/rating_star.png' alt='Bintang'><img src='rating_star_blank.png'></p>"
    items = "<ul><li class='vote-star'></li><li class='vote-star-empty'>mati</li></ul>"

    assert lines(images + items) == ["★☆", "★☆"]


def test_rows_of_figures_are_one_line_each():
    row = "<tr><td>{}</td><td>Persija</td><td>30</td></tr>"

    assert lines(f"<table>{row.format(1)}{row.format(2)}</table>") == [
        "1 Persija 30",
        "2 Persija 30",
    ]


def test_tags_never_closed_do_not_cut_the_page_short():
    assert lines("<font>" * 400 + "<p>Kalimat terakhir.</p>") == ["Kalimat terakhir."]


def test_text_is_had_even_without_a_tree():
    assert without_tags("<p>satu</p><b>dua</b>&amp;") == "\nsatu\n dua &"


@pytest.mark.parametrize(
    ("title", "sites", "headline"),
    [
        ("Air Naik di Poso - Kabar Poso", ["Kabar Poso"], "Air Naik di Poso"),
        ("Kabar Poso | Air Naik di Poso", ["Kabar Poso"], "Air Naik di Poso"),
        ("Air Naik di Poso, Warga Siaga | Portal", [], "Air Naik di Poso, Warga Siaga"),
        ("Air Naik - Lagi", [], "Air Naik - Lagi"),
        ("Air Naik", ["Kabar Poso"], "Air Naik"),
    ],
)
def test_site_name_is_taken_off_the_title(title, sites, headline):
    assert without_site(title, sites) == headline


def test_heading_that_the_title_confirms_is_the_headline():
    headings = [("h1", "Kabar Poso"), ("h1", "Air Naik di Danau Poso")]

    found = choose_title(headings, [("title", "Air Naik di Danau Poso - Kabar Poso")], [])

    assert (found.text, found.source) == ("Air Naik di Danau Poso", "h1")


def test_structured_data_is_read_from_a_graph():
    article = {
        "@type": ["NewsArticle"],
        "headline": "Air Naik",
        "author": {"name": "Ani"},
        "aggregateRating": {"ratingValue": "4,5", "ratingCount": "0"},
    }
    block = json.dumps({"@graph": [{"@type": "WebSite", "name": "Kabar"}, article]})

    found = structured(["{broken", block])

    assert (found.headline, found.authors, found.rating, found.votes) == (
        "Air Naik",
        ("Ani",),
        (4.5, 5.0),
        0,
    )


def test_rating_without_votes_is_none_whatever_value_is_given():
    mark = (
        "<div itemprop='aggregateRating'><meta itemprop='ratingValue' content='5'>"
        "<meta itemprop='ratingCount' content='{}'></div>"
    )

    ratings = [read_page(f"<main>{STORY}{mark.format(n)}</main>").rating for n in (0, 7)]

    assert ratings == [None, 5.0]


def test_library_lines_are_put_back_into_the_paragraphs_of_the_page():
    page = Paragraphs(["Satu dua.", "Tiga  empat.", "Lima."])

    assert page.as_on_page(["Satu dua. Tiga empat.", "Asing."]) == [
        "Satu dua.",
        "Tiga  empat.",
        "Asing.",
    ]


def test_agreement_is_that_of_runs_of_four_words():
    assert agreement(["a b c d e"], ["a b c d e"]) == 1.0
    assert agreement(["a b c d e"], ["a b c d f"]) == 0.5
    assert agreement([], ["a b c d"]) == 0.0


def test_big_page_is_read_in_a_process_of_its_own():
    page = prune(f"<html><body><main>{STORY}</main>{'<i></i>' * 9000}</body></html>")

    reading = read_markup_in_time(page, now=TODAY)

    assert (reading.headline, reading.dateline) == ("Warung Apung Dibuka di Danau Poso", "Poso")


def test_page_that_takes_too_long_is_read_as_bare_text():
    page = prune(f"<html><body><main>{STORY}</main>{'<i></i>' * 9000}</body></html>")

    reading = read_markup_in_time(page, now=TODAY, seconds=0.001)

    assert (reading.headline, reading.sources["headline"]) == (
        "Warung Apung Dibuka di Danau Poso",
        "line",
    )


def test_pictures_between_the_paragraphs_are_offered():
    picture = "<img data-src='/a.jpg' alt='Warung'>"
    page = f"<main><img src='/menu.png'><article>{STORY}{picture}</article></main>"

    assert [(i.src, i.alt) for i in read_page(page).foreign_images] == [("/a.jpg", "Warung")]


FIRST = "Warung apung dibuka di Danau Poso, kata camat setempat kemarin sore."
SECOND = "Dua belas keluarga menjual ikan bakar di sana sejak bulan lalu, katanya."
THIRD = "Dinas perhubungan memeriksa setiap rakit sebelum dipakai pengunjung."
MENU = '<ul><li><a href="/a">Berita lain yang panjang sekali judulnya hari ini</a></li></ul>'


@pytest.mark.parametrize(
    ("page", "found"),
    [
        (f"<p>{FIRST}</p>", []),
        (f"<main><p>{FIRST}</p><p>{SECOND}</p>{MENU}</main>", [FIRST, SECOND]),
        (f"<main><article><p>{FIRST}</p><p>{SECOND}</p></article><p>Hak cipta</p></main>",
         [FIRST, SECOND]),
        (f"<main><p>{FIRST}</p><p>{SECOND}</p><article><p>{THIRD}</p></article></main>",
         [FIRST, SECOND, THIRD]),
        (f"<aside><article><p>{FIRST}</p></article></aside>", []),
        (f"<article>{MENU * 9}<p>{FIRST}</p></article>", []),
        (f'<div itemprop="articleBody"><p>{FIRST}</p></div><article><p>Iklan</p></article>',
         [FIRST]),
    ],
)  # fmt: skip
def test_what_a_page_calls_its_article_is_a_voice(page, found):
    assert by_landmarks(parse(page)) == found


def test_no_words_are_lost_between_marks_that_hold_none():
    line = "Menteri <span></span>Siti menyebut beras naik. <i>Supaya</i> tenang, ujarnya."

    (found,) = by_trafilatura(f"<html><body><article><p>{line}</p></article></body></html>")

    assert found == "Menteri Siti menyebut beras naik. Supaya tenang, ujarnya."
