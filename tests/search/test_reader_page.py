"""Readers search at ``/cari/``; whatever they type, the answer is a page with the right status."""

from __future__ import annotations

import datetime
import html
import re
from collections.abc import Iterator

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from redaksi.articles.kinds import WithdrawalGround
from redaksi.articles.models import Agency, Article, ArticleAuthor
from redaksi.articles.withdrawing import withdraw
from redaksi.newsroom.models import Person
from tests.cast import Cast
from tests.factories import write_draft, write_live

pytestmark = pytest.mark.django_db

HEADLINE = re.compile(r'<h3 class="search-headline"><a [^>]*>(.*?)</a>', re.DOTALL)
TAGS = re.compile(r"<[^>]+>")


@pytest.fixture(autouse=True)
def in_english(settings) -> None:
    """Let the paper speak English."""
    settings.LANGUAGE_CODE = "en"


def page_of(client: Client, **asked: object) -> str:
    return client.get("/cari/", asked).content.decode()


def found(client: Client, **asked: object) -> list[str]:
    """The headlines that are found, in order."""
    return [
        html.unescape(TAGS.sub("", line)) for line in HEADLINE.findall(page_of(client, **asked))
    ]


def headlines(page: str) -> list[str]:
    return [html.unescape(TAGS.sub("", line)) for line in HEADLINE.findall(page)]


def walk(client: Client, address: str) -> Iterator[list[str]]:
    """Leaf through everything that is found."""
    while address:
        page = client.get(address).content.decode()
        yield headlines(page)
        older = re.search(r'class="pagination-older" href="([^"]+)"', page)
        address = f"/cari/{html.unescape(older[1])}" if older else ""


def test_words_find_every_form_of_them(cast: Cast, client):
    write_live(section=cast.nasional, headline="Gubernur mengumumkan tarif")
    write_live(section=cast.ekonomi, headline="Pengumuman harga beras")
    write_live(section=cast.ekonomi, headline="Banjir rob")

    assert found(client, q="umumkan") == ["Pengumuman harga beras", "Gubernur mengumumkan tarif"]
    assert found(client, q='"mengumumkan tarif"') == ["Gubernur mengumumkan tarif"]
    assert found(client, q="umumkan -beras") == ["Gubernur mengumumkan tarif"]


def test_a_story_is_found_from_its_publication_to_its_withdrawal(cast: Cast, client):
    draft = write_draft(section=cast.nasional, headline="Rawa kering")
    before = found(client, q="rawa kering")

    draft.get_latest_revision().publish()
    published = found(client, q="rawa kering")
    draft.refresh_from_db()
    withdraw(draft, ground=WithdrawalGround.FALSE, note="Keliru.", by=cast.dewi)

    assert [before, published, found(client, q="rawa kering")] == [[], ["Rawa kering"], []]


def test_an_unpublished_change_is_not_found(cast: Cast, client):
    story = write_live(section=cast.nasional, headline="Rawa kering")
    story.headline = "Rahasia besar"
    story.save_revision()

    assert (found(client, q="rahasia"), found(client, q="kering")) == ([], ["Rawa kering"])


def test_offline_and_deleted_stories_are_not_found(cast: Cast, client):
    story = write_live(section=cast.nasional, headline="Rawa kering")
    story.unpublish()
    offline = found(client, q="rawa")
    write_live(section=cast.nasional, headline="Rawa basah")
    Article.objects.all().delete()

    assert (offline, found(client, q="rawa")) == ([], [])


def test_filters_narrow(cast: Cast, client):
    sari = Person.objects.create(name="Sari Lestari", slug="sari-lestari")
    agency = Agency.objects.create(code="kbn", name="KBN", credit_text="KBN")
    old = datetime.date(2020, 5, 17)
    write_live(section=cast.nasional, headline="Rawa satu", story_date=old)
    write_live(section=cast.daerah, headline="Rawa dua", kind="opinion")
    story = write_live(section=cast.ekonomi, headline="Rawa tiga", source=agency)
    story.article_authors.add(ArticleAuthor(person=sari, sort_order=0))
    story.save()

    narrowed = [
        {"bagian": "nasional"},
        {"bagian": "daerah"},
        {"jenis": "opinion"},
        {"orang": "sari-lestari"},
        {"sumber": "kbn"},
        {"sampai": "2020-05-17"},
        {"dari": "2020-05-18", "bagian": "nasional"},
    ]
    assert [found(client, q="rawa", **filters) for filters in narrowed] == [
        ["Rawa dua", "Rawa satu"],
        ["Rawa dua"],
        ["Rawa dua"],
        ["Rawa tiga"],
        ["Rawa tiga"],
        ["Rawa satu"],
        ["Rawa dua"],
    ]
    assert found(client, jenis="opinion") == ["Rawa dua"]


def test_what_is_found_is_counted_and_can_be_narrowed(cast: Cast, client):
    for number in range(3):
        write_live(section=cast.nasional, headline=f"Rawa {number}")
    write_live(section=cast.ekonomi, headline="Rawa mahal")

    page = page_of(client, q="rawa")

    assert "4 stories" in page
    choices = re.findall(r'<a href="(\?[^"]+)" rel="nofollow">\s*<span>([^<]+)</span>', page)
    assert [(html.unescape(url), name.strip()) for url, name in choices] == [
        ("?q=rawa&bagian=nasional", "Nasional"),
        ("?q=rawa&bagian=ekonomi", "Ekonomi"),
    ]


def test_more_than_is_counted_is_said(cast: Cast, client, monkeypatch):
    monkeypatch.setattr("redaksi.articles.finding.results.COUNTED", 2)
    for number in range(3):
        write_live(section=cast.nasional, headline=f"Rawa {number}")

    assert "More than 2 stories" in page_of(client, q="rawa")


@pytest.mark.parametrize("order", ["terbaru", "tepat"])
def test_leafing_shows_every_story_once_while_others_are_published(order, cast: Cast, client,
                                                                   monkeypatch):  # fmt: skip
    monkeypatch.setattr("redaksi.articles.finding.results.PAGE_SIZE", 3)
    written = [f"Rawa {number}" for number in range(7)]
    for headline in written:
        write_live(section=cast.nasional, headline=headline)

    pages = walk(client, f"/cari/?q=rawa&urut={order}")
    first = next(pages)
    write_live(section=cast.nasional, headline="Rawa baru")
    seen = [*first, *(headline for page in pages for headline in page)]

    assert sorted(seen) == written


def test_best_first_puts_headlines_first(cast: Cast, client):
    write_live(section=cast.nasional, headline="Rawa kering")
    write_live(section=cast.nasional, headline="Lain", standfirst="Dekat rawa.")

    assert found(client, q="rawa", urut="tepat") == ["Rawa kering", "Lain"]


def test_hits_are_marked_and_markup_stays_text(cast: Cast, client):
    write_live(
        section=cast.nasional,
        headline="<script>alert(1)</script> rawa",
        standfirst="<b>Rawa</b> & sungai",
        body=[("paragraph", "<p>Satu &lt;i&gt; dua</p>")],
    )

    page = page_of(client, q="rawa")

    assert "&lt;script&gt;alert(1)&lt;/script&gt; <mark>rawa</mark>" in page
    assert "<script>alert" not in page
    assert "<mark>Rawa</mark>" in page
    assert "Satu &lt;i&gt; dua" in page


def test_a_mistyped_word_is_put_right(cast: Cast, client):
    write_live(section=cast.nasional, headline="Jembatan rawa dibuka")

    page = page_of(client, q="jemabtan rawa")

    assert 'Did you mean <a href="?q=jembatan+rawa">jembatan rawa</a>?' in page
    assert "No story has all of this." in page


def test_no_word_is_suggested_that_readers_cannot_find(cast: Cast, client):
    write_live(section=cast.nasional, headline="Jembatan rawa dibuka").unpublish()

    assert "Did you mean" not in page_of(client, q="jemabtan")


def test_an_english_story_is_marked_as_english(cast: Cast, client):
    from wagtail.models import Locale

    english = Locale.objects.get(language_code="en")
    write_live(section=cast.nasional, headline="Bridges opened", locale=english)
    write_live(section=cast.nasional, headline="Jembatan dibuka")

    assert 'lang="id"' in page_of(client, q="jembatan")
    assert found(client, q="bridge") == ["Bridges opened"]


@pytest.mark.parametrize(
    ("asked", "status", "said"),
    [
        ({}, 200, "Write what you look for"),
        ({"q": ""}, 200, "Write what you look for"),
        ({"q": "- -- \x00 \"' *"}, 200, "Write what you look for"),
        ({"q": "-rawa"}, 400, "Add a word that the stories should have."),
        ({"q": "a" * 10_000}, 400, "That is too long: use at most 300 characters."),
        ({"q": "a " * 100}, 400, "Those are too many words: use at most 20."),
        ({"q": "rawa", "bagian": "tiada"}, 400, "Select a valid choice"),
        ({"q": "rawa", "bagian": "\x00"}, 400, "Null characters are not allowed."),
        ({"q": "rawa", "jenis": "tiada"}, 400, "Select a valid choice"),
        ({"q": "rawa", "orang": "tiada"}, 400, "Select a valid choice"),
        ({"q": "rawa", "dari": "31-12-2026"}, 400, "Enter a valid date."),
        ({"q": "rawa", "dari": "0001-01-01"}, 400, "Ensure this value is greater"),
        ({"q": "rawa", "sampai": "9999-12-31"}, 400, "Ensure this value is less"),
        (
            {"q": "rawa", "dari": "2026-02-01", "sampai": "2026-01-01"},
            400,
            "This day is before the first one.",
        ),
        ({"q": "rawa", "sebelum": "x"}, 400, "Enter a whole number."),
        ({"q": "rawa", "sebelum": "9" * 40}, 400, "Ensure this value is less"),
        ({"q": "rawa", "urut": "tepat", "lewati": "-1"}, 400, "Ensure this value is greater"),
        ({"q": "rawa", "urut": "acak"}, 400, "Select a valid choice"),
        ({"q": "rawa", "urut": "tepat", "lewati": "900"}, 200, "There is nothing further."),
        ({"q": "rawa", "sebelum": "0"}, 200, "There is nothing further."),
    ],
)
def test_whatever_is_asked_the_answer_is_clear(asked, status, said, cast: Cast, client):
    write_live(section=cast.nasional, headline="Rawa kering")

    answer = client.get("/cari/", asked)

    assert answer.status_code == status
    assert said in answer.content.decode()


@given(text=st.text(max_size=400), filters=st.dictionaries(
    st.sampled_from(["bagian", "jenis", "orang", "sumber", "dari", "sampai", "urut", "sebelum"]),
    st.text(max_size=30), max_size=3))  # fmt: skip
@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_no_text_breaks_the_page(text, filters, client):
    encoded = {key: value.encode("utf-8", "replace") for key, value in filters.items()}

    answer = client.get("/cari/", {"q": text.encode("utf-8", "replace"), **encoded})

    assert answer.status_code in (200, 400)


def test_a_search_that_takes_too_long_says_so(cast: Cast, client, monkeypatch):
    from redaksi.search.choosing import engine
    from redaksi.search.engine import TooSlow

    class Slow(type(engine())):  # type: ignore[misc]
        """The database's engine on a bad day."""

        def traits(self, *args, **kwargs):
            """Never come to an end."""
            raise TooSlow

    monkeypatch.setattr("redaksi.articles.finding.results.engine", Slow)

    answer = client.get("/cari/", {"q": "rawa"})

    assert answer.status_code == 503
    assert "This search takes too long just now." in answer.content.decode()


def test_result_pages_stay_out_of_other_search_engines(cast: Cast, client):
    answer = client.get("/cari/", {"q": "rawa"})

    assert answer["X-Robots-Tag"] == "noindex"
    assert answer["Cache-Control"] == "no-cache"
    assert '<meta name="robots" content="noindex">' in answer.content.decode()


def test_a_page_costs_the_same_however_much_is_found(cast: Cast, client):
    spent = []
    for number in (3, 17):
        for place in range(number):
            write_live(section=cast.nasional, headline=f"Rawa {number}-{place}")
        with CaptureQueriesContext(connection) as queries:
            answer = client.get("/cari/", {"q": "rawa"})
        spent.append((answer.content.count(b"search-result "), len(queries)))

    assert [shown for shown, _queries in spent] == [3, 20]
    assert spent[0][1] == spent[1][1]


def test_the_way_to_the_search_stands_on_every_page(cast: Cast, client):
    assert '<a class="masthead-search" href="/cari/">Search</a>' in client.get("/").content.decode()


def test_another_engine_can_be_plugged_in(cast: Cast, client, settings):
    settings.SEARCH_ENGINE = "tests.search.memory.Memory"

    write_live(section=cast.nasional, headline="Rawa kering")

    assert found(client, q="rawa") == ["Rawa kering"]
