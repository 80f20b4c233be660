"""Whatever is pasted, nothing but the declared errors comes out, and no word is invented."""

import datetime
import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from redaksi.formats.page import PageError, PageReading, read_page
from tests.formats.page.shapes import PAGES, STORY

TODAY = datetime.date(2026, 11, 24)
LINES = st.lists(
    st.sampled_from([*STORY.split("\n"), *(PAGES / "english.txt").read_text("utf-8").split("\n")])
    | st.text(max_size=80),
    max_size=30,
)
SOUP = """
    <p>;</p>;<div>;</div>;<br>;<b>;<table><tr><td>;<h1>;</h1>;<article>;<!--;-->;<script>;</script>;
    <li>;<a href='x'>;</a>;<pre>;<title>;<div class='item-page'>;<img src=a>;<main>;<td>;</table>
"""
TAGS = st.sampled_from([tag.strip() for tag in SOUP.split(";")])
MARKUP = st.lists(TAGS | st.text(max_size=40) | st.sampled_from(STORY.split("\n")), max_size=25)
INVISIBLE = re.compile("[\u00ad\u2060\u202a-\u202e\u2066-\u2069]")
PROFILE = settings(max_examples=60)


def read(data):
    try:
        return read_page(data, now=TODAY)
    except PageError:
        return None


def words(text):
    return set(re.findall(r"\w+", text))


@PROFILE
@given(st.text(max_size=2000) | st.binary(max_size=2000))
def test_anything_at_all_is_read_or_refused(data):
    assert read(data) == read(data)


@PROFILE
@given(LINES.map("\n".join))
def test_words_all_come_from_the_page_and_dates_are_past(text):
    reading = read(text)

    if reading and not reading.repairs:
        assert words(" ".join(reading.paragraphs)) <= words(INVISIBLE.sub("", text))
        assert all(day is None or day <= TODAY for day in (reading.story_date, reading.page_date))


@PROFILE
@given(MARKUP.map("".join))
def test_any_tag_soup_is_read_or_refused(soup):
    assert read(f"<html>{soup}") == read(f"<html>{soup}")


@PROFILE
@given(LINES.map("\n".join))
def test_reading_survives_json(text):
    reading = read(text)

    if reading:
        assert PageReading.from_json(reading.as_json()) == reading


@PROFILE
@given(st.binary(max_size=300))
def test_bytes_that_call_themselves_html_are_read_or_refused(data):
    assert read(b"<html><body>" + data) == read(b"<html><body>" + data)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "cp1252"])
def test_encoding_makes_no_difference(encoding):
    assert read(STORY.encode(encoding)) == read(STORY)
