"""The page that the project began with, as plain text and as HTML of four kinds."""

import datetime

import pytest

from redaksi.formats.page import UNSURE_BELOW, read_page
from tests.samples import shared_file

SEED = ["nato-article.txt", "a_flat.html", "b_joomla.html", "c_br.html", "e_pre.html"]


@pytest.fixture(params=SEED)
def seed(request):
    path = shared_file("seed", request.param)
    if path is None:
        pytest.skip(f"the shared sample seed/{request.param} is not here; set REDAKSI_SAMPLES")
    return path.read_bytes()


def test_seed_is_read_in_every_shape(seed):
    reading = read_page(seed)

    assert reading.headline == "NATO Tak Akan Kirim Pasukan jika Rusia Serang Ukraina"
    assert (reading.section, reading.dateline) == ("PEMILU", "Jakarta")
    assert reading.section_confidence < UNSURE_BELOW
    assert reading.unsure == ("section",)
    assert reading.page_date == datetime.date(2024, 9, 19)
    assert reading.story_date == datetime.date(2022, 1, 30)
    assert (reading.credit_line, reading.rating, reading.language) == ("REUTERS", None, "id")


def test_seed_gives_its_paragraphs_word_for_word(seed):
    text = shared_file("seed", "nato-article.txt")
    lines = [line.strip() for line in text.read_text().split("\n") if line.strip()]
    first = next(i for i, line in enumerate(lines) if line.startswith("Jakarta - "))

    reading = read_page(seed)

    assert reading.paragraphs == tuple(lines[first : first + 12])
    assert reading.body_paragraphs[0] == lines[first].removeprefix("Jakarta - ")
