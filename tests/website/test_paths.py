"""Addresses with a number in them have one form, and no number is too much for the database."""

from __future__ import annotations

import pytest

from redaksi.articles.models import Article
from tests.cast import Cast
from tests.statements.telling import a_record, said_by

pytestmark = pytest.mark.django_db

#: How each address begins and ends around its number.
NUMBERED = [
    ("/sitemap/berita-", ".xml"), ("/sitemap/tokoh-", ".xml"), ("/sitemap/topik-", ".xml"),
    ("/pernyataan/", "/"), ("/nilai/", "/"), ("/koreksi/", "/"), ("/kartu/", "-abc.png"),
]  # fmt: skip


@pytest.fixture
def story(cast: Cast) -> Article:
    return a_record(cast.nasional, by=cast.budi)


@pytest.mark.parametrize(("start", "end"), NUMBERED)
@pytest.mark.parametrize(
    "number", ["9" * 9, "9" * 15, "9" * 16, "9" * 20, "9" * 400, "-1", "1e3", "٣", "%00"]
)
def test_numbers_of_nothing_are_not_found(start, number, end, client, story: Article) -> None:
    assert client.get(f"{start}{number}{end}").status_code == 404


def test_a_number_is_written_in_one_way(client, story: Article) -> None:
    said = said_by(story, "Sergey Lavrov")
    numbered = [("/pernyataan/{}/", said.pk), ("/sitemap/berita-{}.xml", story.pk // 1000)]
    numbered.append(("/sitemap/tokoh-{}.xml", said.speaker_id // 1000))

    for address, number in numbered:
        assert client.get(address.format(number)).status_code == 200
        assert client.get(address.format(f"0{number}")).status_code == 404
