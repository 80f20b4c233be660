"""The same story is proposed whatever shape the page has."""

import datetime

import pytest

from redaksi.formats.page import read_page
from tests.formats.page.shapes import HEADLINE, SHAPES, STORY

BODY = tuple(line.strip() for line in STORY.split("\n") if line.strip())[5:-1]


@pytest.mark.parametrize("shape", SHAPES)
def test_every_shape_gives_the_same_story(shape):
    reading = read_page(SHAPES[shape]())

    assert (reading.headline, reading.dateline) == (HEADLINE, "Ambon")
    assert (reading.section, reading.unsure) == ("PILKADA", ("section",))
    assert reading.page_date == datetime.date(2024, 10, 11)
    assert reading.story_date == datetime.date(2022, 6, 4)
    assert (reading.credit_line, reading.rating) == ("REUTERS", None)
    assert reading.paragraphs == BODY


@pytest.mark.parametrize("shape", SHAPES)
def test_no_shape_lets_the_furniture_into_the_text(shape):
    reading = read_page(SHAPES[shape]())

    why = {item.text: item.why for item in reading.dropped}
    assert why["Friday, 11 October 2024"] == "date"
    assert why["Previous Next"] == "navigation"
    assert "rating" in why.values()


def test_sources_say_where_each_field_came_from():
    reading = read_page(STORY)

    assert dict(reading.sources) == {
        "headline": "line",
        "section": "section_line",
        "dateline": "first_words",
        "credit_line": "last_line",
        "language": "words",
        "story_date": "text",
        "page_date": "date_line",
        "paragraphs": "lines",
    }
    assert set(reading.confidence) == set(reading.sources)


def test_body_paragraphs_leave_out_what_has_a_field_of_its_own():
    story = (
        "Pasar Apung Dibuka Lagi di Sungai Barito\n\n"
        "BANJARMASIN, KABAR.COM - Pasar apung dibuka lagi setelah air surut, kata warga. (ant/xx)"
    )

    reading = read_page(story)

    assert reading.paragraphs[0].startswith("BANJARMASIN, KABAR.COM - Pasar")
    assert reading.body_paragraphs == ("Pasar apung dibuka lagi setelah air surut, kata warga.",)
    assert (reading.dateline, reading.credit_line) == ("Banjarmasin", "ant/xx")
