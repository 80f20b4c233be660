"""The story's own day is told from the day of looking at the page."""

import datetime

import pytest

from redaksi.formats.page import read_page

TODAY = datetime.date(2026, 11, 24)
STORY = """{above}
Desa Pasir Angin Tanam Bakau Lagi
{below}

Warga Desa Pasir Angin menanam kembali bakau di pesisir yang rusak akibat abrasi.

"Kami tidak mau rumah kami hilang lagi," kata Kepala Desa Marwan, {said}.
"""


def read(*, above="", below="", said="kemarin"):
    text = STORY.format(above=above, below=below, said=said)
    return read_page(text, now=TODAY)


def test_date_in_the_text_beats_a_header_of_years_later():
    reading = read(above="Kamis, 19 September 2024", said="Minggu, 30 Januari 2022")

    assert reading.story_date == datetime.date(2022, 1, 30)
    assert reading.page_date == datetime.date(2024, 9, 19)


def test_day_of_saving_is_the_page_date():
    reading = read(above="Selasa, 24 November 2026", said="Sabtu, 21 November 2026")

    assert (reading.page_date, reading.story_date) == (TODAY, datetime.date(2026, 11, 21))


@pytest.mark.parametrize(
    "line", ["Senin, 31 Januari 2022 14.05 WIB", "Dipublikasikan: 31 Januari 2022"]
)
def test_stamp_of_publication_is_the_story_date(line):
    reading = read(below=line, said="Minggu (30/1)")

    assert (reading.story_date, reading.page_date) == (datetime.date(2022, 1, 31), None)


def test_header_gives_the_year_to_a_date_without_one():
    reading = read(below="Senin, 31 Januari 2022", said="Minggu (30/1)")

    assert reading.story_date == datetime.date(2022, 1, 30)


def test_only_date_serves_as_both():
    reading = read(below="Minggu, 30 Januari 2022")

    assert (reading.story_date, reading.page_date) == (datetime.date(2022, 1, 30),) * 2


def test_clash_of_weekday_makes_unsure():
    right, wrong = read(said="Minggu, 30 Januari 2022"), read(said="Senin, 30 Januari 2022")

    assert right.story_date == wrong.story_date == datetime.date(2022, 1, 30)
    assert (right.unsure, wrong.unsure) == ((), ("story_date",))


@pytest.mark.parametrize("said", ["Senin, 30 Januari 2040", "kemarin"])
def test_no_date_is_better_than_one_to_come(said):
    assert read(said=said).story_date is None


def test_day_of_an_event_to_come_is_no_story_date():
    reading = read(said="Minggu (30/1/2022). Panen akan digelar Senin, 7 Februari 2022")

    assert reading.story_date == datetime.date(2022, 1, 30)
