"""Dates as Indonesian and English papers write them."""

import datetime

import pytest

from redaksi.formats.page.date_lines import DateRole, date_line, is_relative_time
from redaksi.formats.page.dates import dates_in, resolve

TODAY = datetime.date(2026, 11, 24)
JANUARY_30 = datetime.date(2022, 1, 30)


@pytest.mark.parametrize(
    "text",
    [
        "Minggu, 30 Januari 2022",
        "kata dia kepada BBC, Minggu, 30 Januari 2022.",
        "Ahad 30 Jan 2022",
        "Sunday, January 30, 2022",
        "Jan. 30, 2022",
        "30th January 2022",
        "30/01/2022, 14:30 WIB",
        "01/30/2022",
        "Minggu (30/1/2022)",
        "Minggu (30/1/22)",
        "2022-01-30T10:00:00+07:00",
        "30-01-2022",
        "Minggu (30/1)",
    ],
)
def test_date_is_found_however_it_is_written(text):
    assert [resolve(mention, latest=TODAY) for mention in dates_in(text)] == [JANUARY_30]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Jumat, 4 Nopember 2016", datetime.date(2016, 11, 4)),
        ("Rabu, 17 Agt 2022", datetime.date(2022, 8, 17)),
        ("5 Pebruari 2010", datetime.date(2010, 2, 5)),
        ("Senin, 9 Mei 2022", datetime.date(2022, 5, 9)),
        ("Kamis, 1 Des 2022", datetime.date(2022, 12, 1)),
    ],
)
def test_month_names_are_known_in_all_spellings(text, day):
    assert [mention.date for mention in dates_in(text)] == [day]


@pytest.mark.parametrize("text", ["pukul 14.30", "31/31/2022", "Rabu (31/6)", "versi 1.12.22", ""])
def test_other_numbers_are_no_dates(text):
    assert dates_in(text) == []


def test_weekday_tells_whether_it_fits_the_calendar():
    right, wrong = dates_in("Minggu, 30 Januari 2022 atau Senin, 30 Januari 2022")

    assert (right.agrees_in(2022), wrong.agrees_in(2022)) == (True, False)


def test_missing_year_is_the_last_one_that_fits():
    (mention,) = dates_in("30 Januari")

    assert resolve(mention, latest=datetime.date(2024, 1, 29)) == datetime.date(2023, 1, 30)


def test_date_after_the_latest_is_not_believed():
    (mention,) = dates_in("30 Januari 2040")

    assert resolve(mention, latest=TODAY) is None


@pytest.mark.parametrize(
    ("line", "role", "has_time", "rest"),
    [
        ("Thursday, 19 September 2024", DateRole.BARE, False, ""),
        ("Kamis, 3 Maret 2022 | 10:05 WITA", DateRole.BARE, True, ""),
        ("Published: Monday, 31 January 2022 14:05", DateRole.PUBLISHED, True, ""),
        ("Diterbitkan: 21 Agustus 2023", DateRole.PUBLISHED, False, ""),
        ("Terakhir diperbarui 21 Agustus 2023 pukul 09.00 WIT", DateRole.UPDATED, True, ""),
        ("Kompas Pantura - 17/05/2021, 16:42 WIB", DateRole.BARE, True, "Kompas Pantura"),
        ("Budi Santoso | Minggu, 30 Januari 2022", DateRole.BARE, False, "Budi Santoso"),
    ],
)
def test_date_line_is_read(line, role, has_time, rest):
    found = date_line(line)

    assert (found.role, found.has_time, found.rest) == (role, has_time, rest)


@pytest.mark.parametrize(
    "line",
    [
        "Jadwal Salat Jakarta Minggu, 30 Januari 2022",
        "Presiden tiba pada Minggu, 30 Januari 2022.",
        "Tidak ada tanggal di sini",
    ],
)
def test_line_with_more_than_a_date_is_text(line):
    assert date_line(line) is None


@pytest.mark.parametrize("line", ["2 jam yang lalu", "3 hours ago", "Baru saja", "| 5 menit lalu"])
def test_relative_time_is_recognised(line):
    assert is_relative_time(line)
