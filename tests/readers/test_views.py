"""Rating a story as browsers do, with script and without, and everything that is not taken."""

from __future__ import annotations

import json

import pytest
from django.test import Client
from django.utils import timezone

from redaksi.articles.kinds import WithdrawalGround
from redaksi.articles.withdrawing import withdraw
from redaksi.readers.counting import recount
from redaksi.readers.models import Vote
from tests.cast import Cast
from tests.factories import write_draft, write_live
from tests.readers.giving import give


def stars() -> list[int]:
    return list(Vote.objects.order_by("pk").values_list("stars", flat=True))


def test_the_page_of_a_story_asks_for_stars_and_says_that_nobody_gave_any(cast: Cast, client):
    story = write_live(section=cast.nasional)

    page = client.get(story.path).content.decode()

    assert f'<form class="rating-form" method="post" action="/nilai/{story.pk}/">' in page
    assert page.count('type="radio" name="bintang"') == 5
    assert "Belum ada penilaian. Jadilah yang pertama." in page
    assert "rating-drawing" not in page
    assert client.cookies == {}


def test_a_vote_without_script_is_thanked_for_and_can_be_changed(cast: Cast, client):
    story = write_live(section=cast.nasional)

    first = give(story, 2, client=client)
    second = give(story, 4, client=client)
    page = client.get(second["Location"]).content.decode()
    recount(story.pk)

    assert [answer.status_code for answer in (first, second)] == [303, 303]
    assert "Terima kasih. Anda memberi 4 dari 5 bintang" in page
    assert 'value="4" required checked' in page
    assert stars() == [2, 4]
    assert "4,0 dari 5, 1 suara" in client.get(story.path).content.decode()


def test_a_browser_without_cookies_is_thanked_too(cast: Cast, client):
    story = write_live(section=cast.nasional)

    address = give(story, 4, client=client)["Location"]

    assert "Terima kasih. Angkanya menyusul" in Client().get(address).content.decode()


def test_a_script_gets_a_sentence(cast: Cast):
    story = write_live(section=cast.nasional)

    taken = give(story, 4, Accept="application/json")
    refused = give(story, 9, Accept="application/json")

    assert (taken.status_code, refused.status_code) == (200, 400)
    assert json.loads(taken.content)["message"].startswith("Terima kasih.")
    assert json.loads(refused.content)["message"].startswith("Pilih satu sampai lima bintang")


def test_the_cookie_is_set_by_a_vote_only_and_goes_to_ratings_only(cast: Cast, client):
    story = write_live(section=cast.nasional)

    client.get(story.path)
    client.get(f"/nilai/{story.pk}/")
    before = dict(client.cookies)
    cookie = give(story, 4, client=client).cookies["pembaca"]

    assert before == {}
    assert (cookie["path"], cookie["samesite"], cookie["max-age"]) == ("/nilai/", "Lax", 31536000)
    assert cookie["httponly"] is True


def test_a_forged_cookie_is_a_new_reader(cast: Cast, client):
    story = write_live(section=cast.nasional)
    give(story, 4, client=client)
    client.cookies["pembaca"] = "a:b:c"

    answer = give(story, 2, client=client)
    recount(story.pk)
    story.rating.refresh_from_db()

    assert answer.status_code == 303
    assert (story.rating.sum, story.rating.count) == (6, 2)


@pytest.mark.parametrize("sent", [0, 6, -1, "", "lima", "4.5", "9" * 50, "\x00", "%ff"])
def test_other_stars_than_one_to_five_are_refused_with_what_to_do(sent, cast: Cast):
    story = write_live(section=cast.nasional)

    answer = give(story, sent)

    assert answer.status_code == 400
    assert "Pilih satu sampai lima bintang, lalu kirim." in answer.content.decode()
    assert stars() == []


@pytest.mark.parametrize("kind", ["multipart/form-data", "text/plain",
                                  "application/x-www-form-urlencoded; charset=utf-7"])  # fmt: skip
def test_what_is_no_form_is_refused(kind, cast: Cast, client):
    story = write_live(section=cast.nasional)
    ours = {"Origin": "http://testserver"}

    answer = client.post(f"/nilai/{story.pk}/", b"bintang=4", content_type=kind, headers=ours)

    assert answer.status_code == 400


def test_a_form_that_is_too_long_is_refused_unread(cast: Cast):
    story = write_live(section=cast.nasional)

    answer = give(story, "4&x=" + "x" * 1000)

    assert answer.status_code == 413
    assert "terlalu panjang" in answer.content.decode()


@pytest.mark.parametrize(
    "headers",
    [
        {},
        {"Origin": "https://lain.example"},
        {"Origin": "null"},
        {"Origin": "http://["},
        {"Referer": "https://lain.example/nilai/"},
        {"Origin": "http://testserver", "Sec-Fetch-Site": "cross-site"},
        {"Origin": "http://testserver", "Sec-Fetch-Site": "none"},
        {"Origin": "http://testserver.lain.example"},
    ],
)
def test_a_form_from_elsewhere_is_refused(headers, cast: Cast, client):
    story = write_live(section=cast.nasional)

    answer = client.post(f"/nilai/{story.pk}/", {"bintang": "4"}, headers=headers)

    assert answer.status_code == 403
    assert "tidak berasal dari halaman surat kabar ini" in answer.content.decode()
    assert stars() == []


@pytest.mark.parametrize(
    "headers",
    [{"Referer": "http://testserver/nasional/"}, {"Sec-Fetch-Site": "same-origin"}],
)
def test_a_form_of_ours_is_known_by_one_header(headers, cast: Cast, client):
    story = write_live(section=cast.nasional)
    form = "application/x-www-form-urlencoded"

    answer = client.post(f"/nilai/{story.pk}/", "bintang=4", content_type=form, headers=headers)

    assert answer.status_code == 303


def test_stories_that_nobody_can_read_cannot_be_rated(cast: Cast):
    draft = write_draft(section=cast.nasional)
    paid = write_live(section=cast.nasional, headline="Iklan", kind="advertorial")
    gone = write_live(section=cast.nasional, headline="Ditarik")
    withdraw(gone, ground=WithdrawalGround.FALSE, note="Keliru.", by=cast.dewi)
    gone.refresh_from_db()

    assert [give(story, 4).status_code for story in (draft, paid, gone)] == [404, 404, 410]
    assert stars() == []


@pytest.mark.parametrize("key", ["999999", "9" * 30, "0", "abc"])
def test_an_unknown_story_is_not_found(key, cast: Cast, client):
    assert client.get(f"/nilai/{key}/").status_code == 404


def test_an_advertorial_shows_no_stars(cast: Cast, client):
    story = write_live(section=cast.nasional, kind="advertorial")

    assert "rating" not in client.get(story.path).content.decode()


def test_a_reader_and_a_network_have_their_limits(cast: Cast, client, monkeypatch):
    monkeypatch.setattr("redaksi.readers.voting.MOST_OF_A_READER", 2)
    monkeypatch.setattr("redaksi.readers.voting.MOST_OF_A_NETWORK", 4)
    story = write_live(section=cast.nasional)

    of_one = [give(story, 4, client=client) for _ in range(3)]
    of_network = [give(story, 4, address=f"203.0.113.{n}").status_code for n in range(3)]
    elsewhere = give(story, 4, address="198.51.100.1").status_code

    assert [answer.status_code for answer in of_one] == [303, 303, 429]
    assert of_one[2]["Retry-After"] == "3600"
    assert "Coba lagi satu jam lagi." in of_one[2].content.decode()
    assert (of_network, elsewhere) == ([303, 303, 429], 303)


def test_the_page_of_a_rating_is_kept_by_nobody(cast: Cast, client):
    story = write_live(section=cast.nasional)

    answer = client.get(f"/nilai/{story.pk}/")

    assert "no-store" in answer["Cache-Control"]
    assert answer["X-Robots-Tag"] == "noindex"


def test_search_engines_are_told_of_no_rating(cast: Cast, client):
    story = write_live(section=cast.nasional)
    give(story, 4)
    recount(story.pk)

    page = client.get(story.path).content.decode()

    assert "4,0 dari 5, 1 suara" in page
    assert "aggregateRating" not in page


def test_no_section_can_take_the_address(cast: Cast):
    from redaksi.newsroom.addresses import RESERVED_SLUGS

    assert "nilai" in RESERVED_SLUGS


def test_a_vote_costs_the_same_however_many_there_are(cast: Cast, django_assert_num_queries):
    story = write_live(section=cast.nasional)
    give(story, 4)
    Vote.objects.bulk_create(
        Vote(article=story, voter=f"v{n}", network="n", stars=3, at=timezone.now())
        for n in range(100)
    )

    client = Client()
    with django_assert_num_queries(8):
        give(story, 4, client=client)
