"""Datelines, credits, people, stars, sections and languages, each by itself."""

import pytest

from redaksi.formats.page.breadcrumbs import breadcrumb
from redaksi.formats.page.datelines import dateline_in
from redaksi.formats.page.endings import credit_after, credit_line
from redaksi.formats.page.language import language_of
from redaksi.formats.page.people import is_somebody, people_line
from redaksi.formats.page.sections import named_section, section_line
from redaksi.formats.page.stars import rating_in


@pytest.mark.parametrize(
    ("opening", "place"),
    [
        ("Jakarta - ", "Jakarta"),
        ("JAKARTA, KOMPAS.com – ", "Jakarta"),
        ("Jakarta, CNN Indonesia -- ", "Jakarta"),
        ("Mataram, NTB (ANTARA News) - ", "Mataram, NTB"),
        ("WASHINGTON, Jan 30 (Reuters) - ", "Washington"),
        ("LONDON — ", "London"),
        ("REPUBLIKA.CO.ID, JAKARTA -- ", "Jakarta"),
        ("BOGOR, JAWA BARAT - ", "Bogor, Jawa Barat"),
        ("TANJUNG SELOR - ", "Tanjung Selor"),
        ("Kuala Lumpur: ", "Kuala Lumpur"),
        ("Paris/London (AFP) - ", "Paris/London"),
        ("Jakarta, 30 Januari 2022 – ", "Jakarta"),
    ],
)
def test_dateline_is_read(opening, place):
    found = dateline_in(f"{opening}Warga menanam bakau.")

    assert (found.place, found.prefix) == (place, opening)


@pytest.mark.parametrize(
    "paragraph",
    [
        "Presiden Joko - yang baru tiba - menolak berkomentar.",
        "Dia berkata: tidak.",
        "Catatan: naskah ini telah disunting.",
        "Warga menanam bakau.",
        "Jakarta - ",
    ],
)
def test_other_openings_are_no_dateline(paragraph):
    assert dateline_in(paragraph) is None


@pytest.mark.parametrize(
    ("line", "credit"),
    [
        ("REUTERS", "REUTERS"),
        ("Antara/Reuters", "Antara/Reuters"),
        ("(ant/xx)", "ant/xx"),
        ("[pb]", "pb"),
        ("Sumber: Pemerintah Kota Ambon", "Pemerintah Kota Ambon"),
        ("Source: BBC", "BBC"),
        ("TIM LIPUTAN", "TIM LIPUTAN"),
        ("Warga menanam bakau.", None),
        ("Harga Beras Naik", None),
    ],
)
def test_credit_line_is_read(line, credit):
    found = credit_line(line)

    assert (found and found.text) == credit


@pytest.mark.parametrize(
    ("paragraph", "credit"),
    [
        ("Kata dia. (ant/xx)", "ant/xx"),
        ("Kata dia. [pb]", "pb"),
        ("Kata dia. (Reuters)", "Reuters"),
        ("Kasus itu ditangani Komisi Pemberantasan Korupsi (KPK)", None),
        ("Kata dia.", None),
    ],
)
def test_initials_at_the_end_are_read(paragraph, credit):
    found = credit_after(paragraph)

    assert (found and found.text) == credit


@pytest.mark.parametrize(
    ("line", "writers"),
    [
        ("Penulis: Dian Puspita", ("Dian Puspita",)),
        ("Reporter: Ani Wijaya dan Budi | Editor: Citra", ("Ani Wijaya", "Budi")),
        ("Oleh Ruslan Effendi", ("Ruslan Effendi",)),
        ("By Martha Quill and John Penrose", ("Martha Quill", "John Penrose")),
        ("Editor: Citra Dewi", ()),
    ],
)
def test_people_line_names_the_writers(line, writers):
    assert people_line(line).writers == writers


@pytest.mark.parametrize(
    "line", ["By the end of the week it rained.", "Oleh karena itu, ia pergi."]
)
def test_sentence_is_no_people_line(line):
    assert people_line(line) is None


def test_accounts_are_nobody():
    assert [is_somebody(name) for name in ("Super User", "Administrator", "Ani")] == [
        False,
        False,
        True,
    ]


@pytest.mark.parametrize(
    ("lines", "rating"),
    [
        (["Star Inactive" * 5], None),
        (["☆☆☆☆☆"], None),
        (["User Rating: 0 / 5", "Star Inactive" * 5], None),
        (["User Rating: 4 / 5"], 4.0),
        (["Star Active" * 3 + "Star Inactive" * 2], 3.0),
        (["Bintang Aktif" * 4 + "Bintang Tidak Aktif"], 4.0),
        (["Звезда активна" * 2 + "Звезда не активна" * 3], 2.0),
        (["User Rating: ★★★★☆ / 12"], 4.0),
        (["User Rating: ☆☆☆☆☆ / 0"], None),
        (["Rating: 3,5 (12 suara)"], 3.5),
        (["Rating: 8 / 10"], 4.0),
        (["★★★☆☆ (0 votes)"], None),
        ([], None),
    ],
)
def test_rating_is_none_and_never_zero_without_votes(lines, rating):
    assert rating_in(lines) == rating


@pytest.mark.parametrize(
    ("line", "steps"),
    [
        ("Beranda > Nasional > Hukum", ["Nasional", "Hukum"]),
        ("Home / Ekonomi", ["Ekonomi"]),
        ("You are here: Home » Sport", ["Sport"]),
        ("Hidup / mati", []),
    ],
)
def test_breadcrumb_gives_the_way(line, steps):
    assert breadcrumb(line) == steps


def test_section_that_is_named_is_surer_than_a_bare_line():
    named, bare = named_section(["Kategori: Dunia"], None), section_line(["DUNIA"])

    assert (named.text, bare.text) == ("Dunia", "DUNIA")
    assert named.confidence > 0.5 > bare.confidence


@pytest.mark.parametrize(
    ("text", "declared", "language"),
    [
        ("Warga yang tinggal di pesisir itu tidak akan pindah", "en-GB", "id"),
        ("The keepers of the light have said that they will strike", None, "en"),
        ("Wörter ohne kleine Hilfen", "de-AT", "de"),
        ("xyz", None, None),
    ],
)
def test_words_decide_the_language(text, declared, language):
    found = language_of([text], declared)

    assert (found and found.text) == language
