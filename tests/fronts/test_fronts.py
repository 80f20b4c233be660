"""Fronts as readers see them: by rule, by hand, and never a story that is not theirs to see."""

from __future__ import annotations

import pytest
from django.core.cache import cache
from django.db import IntegrityError, transaction
from django.urls import reverse
from lxml import html

from redaksi.articles.kinds import WithdrawalGround
from redaksi.articles.withdrawing import withdraw
from redaksi.fronts.models import Front, HomePage
from redaksi.newsroom.models import User
from tests.cast import Cast
from tests.factories import add_test_picture, write_draft, write_live
from tests.fronts.laying import lay_out, pin

pytestmark = pytest.mark.django_db


def page(client, path: str):
    return html.fromstring(client.get(path).content.decode())


def headlines(client, path: str, place: str = "teaser") -> list[str]:
    return [
        " ".join(found.text_content().split())
        for found in page(client, path).cssselect(f".{place} .teaser-headline")
    ]


def write(section, *names: str, **fields) -> list:
    return [write_live(section=section, headline=name, **fields) for name in names]


def test_nobody_takes_the_home_page_away(cast: Cast, client):
    home = HomePage.objects.get()
    client.force_login(User.objects.create_superuser("teknisi-utama"))

    for name in ("delete", "unpublish"):
        client.post(reverse(f"wagtailadmin_pages:{name}", args=[home.pk]))
        bulk = reverse("wagtail_bulk_action", args=["wagtailcore", "page", name])
        client.post(f"{bulk}?id={home.pk}&next=/")

    home.refresh_from_db()
    assert home.live is True
    assert client.get("/").status_code == 200


def test_the_home_page_can_be_previewed(cast: Cast, client):
    write(cast.nasional, "Satu")
    home = HomePage.objects.get()
    client.force_login(cast.dewi)

    shown = client.get(reverse("wagtailadmin_pages:view_draft", args=[home.pk]))

    assert shown.status_code == 200
    assert "Satu" in shown.content.decode()


def test_a_front_exists_by_itself(cast: Cast, client):
    write(cast.nasional, "Satu", "Dua", "Tiga", "Empat")

    assert headlines(client, "/nasional/", "teaser-lead") == ["Empat"]
    assert headlines(client, "/nasional/", "teaser-second") == ["Tiga", "Dua"]
    assert headlines(client, "/nasional/", "river") == ["Satu"]


def test_a_pin_wins_and_the_rest_fills_up(cast: Cast, client):
    old, *_others = write(cast.nasional, "Satu", "Dua", "Tiga", "Empat")

    lay_out(None, [("lead", {"pins": [pin(old)]}), ("seconds", {"number": 2}), ("river", {})])

    assert headlines(client, "/", "teaser-lead") == ["Satu"]
    assert headlines(client, "/", "teaser-second") == ["Empat", "Tiga"]
    assert headlines(client, "/", "river") == ["Dua"]


def test_headline_and_picture_are_others_on_the_front_alone(cast: Cast, client, picture):
    (story,) = write(cast.nasional, "Satu")
    other = add_test_picture("Lain", alt_text="Gambar lain")

    lay_out(None, [("lead", {"pins": [pin(story, "Judul muka", other)]})])

    assert headlines(client, "/") == ["Judul muka"]
    assert page(client, "/").cssselect(".teaser img")[0].get("alt") == "Gambar lain"
    assert headlines(client, "/nasional/") == ["Satu"]
    assert page(client, story.path).cssselect("h1")[0].text == "Satu"


def test_what_is_taken_back_is_gone_at_once_and_the_slot_fills_up(cast: Cast, client):
    old, _newer = write(cast.nasional, "Satu", "Dua")
    lay_out(None, [("lead", {"pins": [pin(old)]})])

    withdraw(old, ground=WithdrawalGround.FALSE, note="Keliru.", by=cast.dewi)

    assert headlines(client, "/") == ["Dua"]


def test_a_draft_is_not_shown_until_it_is_live(cast: Cast, client):
    write(cast.nasional, "Satu")
    draft = write_draft(section=cast.nasional, headline="Naskah")
    lay_out(None, [("lead", {"pins": [pin(draft)]})])

    assert headlines(client, "/") == ["Satu"]


def test_a_layout_without_a_river_gets_one(cast: Cast, client):
    write(cast.nasional, "Satu", "Dua", "Tiga")

    lay_out(None, [("lead", {})])

    assert headlines(client, "/", "river") == ["Dua", "Satu"]


def test_opinions_pictures_and_topics_fill_themselves(cast: Cast, client):
    write(cast.nasional, "Kabar")
    write(cast.ekonomi, "Tajuk", kind="editorial")
    write(cast.ekonomi, "Gambar", kind="photo_story")
    (tagged,) = write(cast.nasional, "Tentang laut")
    tagged.tags.add("laut")
    tagged.save()
    tag = tagged.tags.get()

    slots = [
        ("opinion", {"number": 2}),
        ("photo", {"number": 2}),
        ("topic", {"number": 2, "tag": tag}),
        ("topic", {"number": 2, "section": str(cast.nasional.pk), "heading": "Dalam negeri"}),
    ]
    lay_out(None, slots)

    assert headlines(client, "/", "slot-opinion") == ["Tajuk"]
    assert headlines(client, "/", "slot-photo") == ["Gambar"]
    assert headlines(client, "/", "slot-topic") == ["Tentang laut", "Kabar"]
    headings = page(client, "/").cssselect(".slot-heading")
    assert [one.text_content() for one in headings] == [
        "Opini", "Dalam gambar", "laut", "Dalam negeri",
    ]  # fmt: skip


def test_a_sections_opinions_are_its_own(cast: Cast, client):
    write(cast.ekonomi, "Tajuk", kind="editorial")
    write(cast.daerah, "Kolom", kind="opinion")

    lay_out(cast.nasional, [("opinion", {"number": 2})])

    assert headlines(client, "/nasional/", "slot-opinion") == ["Kolom"]


def test_latest_and_running_stories_may_repeat(cast: Cast, client):
    old, _new = write(cast.nasional, "Satu", "Dua")

    lay_out(
        None,
        [
            ("live", {"pins": [pin(old)], "may_repeat": True}),
            ("lead", {"pins": [pin(old)]}),
            ("latest", {"number": 5, "may_repeat": True}),
        ],
    )

    found = page(client, "/")
    assert [a.text for a in found.cssselect(".live-strip a")] == ["Satu"]
    assert [a.text for a in found.cssselect(".latest a")] == ["Dua", "Satu"]
    assert headlines(client, "/", "teaser-lead") == ["Satu"]


def test_a_notice_is_shown_and_cleaned(cast: Cast, client):
    lay_out(
        None, [("notice", {"heading": "Pemilu", "text": "<p onclick=x>Hasil <b>malam</b></p>"})]
    )

    text = page(client, "/").cssselect(".slot-notice .slot-text")[0]

    assert html.tostring(text[0]).strip() == b"<p>Hasil <b>malam</b></p>"


def test_a_front_that_is_taken_offline_leaves_the_page_to_the_rules(cast: Cast, client):
    old, _new = write(cast.nasional, "Satu", "Dua")
    front = lay_out(None, [("lead", {"pins": [pin(old)]})])

    front.unpublish()

    assert headlines(client, "/", "teaser-lead") == ["Dua"]


def test_further_pages_go_on_where_the_front_ends(cast: Cast, client, short_pages):
    stories = write(cast.nasional, *[f"Berita {number:02}" for number in range(10)])
    lay_out(cast.nasional, [("lead", {"pins": [pin(stories[0])]})])

    shown = headlines(client, "/nasional/")
    (older,) = page(client, "/nasional/").cssselect(".pagination-older")
    behind = headlines(client, older.get("href"))

    assert shown[0] == "Berita 00"
    assert shown[1:] + behind == [f"Berita {number:02}" for number in reversed(range(10))]


def test_one_front_for_each_page(cast: Cast):
    lay_out(None, [])
    with pytest.raises(IntegrityError), transaction.atomic():
        Front.objects.create()


@pytest.mark.parametrize("number", [1, 60])
def test_a_front_costs_the_same_with_one_story_and_sixty(
    number, cast: Cast, client, picture, django_assert_num_queries
):
    kinds = ["opinion", "photo_story", "news", "news"]
    stories = [
        write_live(section=cast.ekonomi, headline=f"Berita {at}", kind=kinds[at % 4])
        for at in range(number)
    ]
    pinned = [pin(story, "Lain", picture) for story in stories[:5]]
    slots = [
        ("lead", {"pins": pinned[:1]}),
        ("seconds", {"number": 4, "pins": pinned[1:2]}),
        ("live", {"pins": pinned[:3], "may_repeat": True}),
        ("opinion", {"number": 4, "pins": pinned[:1], "may_repeat": True}),
        ("photo", {"number": 4}),
        ("topic", {"number": 4, "section": str(cast.ekonomi.pk), "may_repeat": True}),
        ("most_read", {"number": 5, "may_repeat": True}),
        ("latest", {"number": 5, "may_repeat": True}),
        ("river", {"pins": pinned}),
    ]
    lay_out(cast.ekonomi, slots)
    client.get("/ekonomi/")
    cache.clear()

    with django_assert_num_queries(28):
        client.get("/ekonomi/")
