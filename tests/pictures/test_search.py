"""Searching in lists and choosers: people type words, and nothing they type is an error."""

from __future__ import annotations

import pytest
from django.urls import reverse
from hypothesis import HealthCheck, example, given, settings, strategies
from wagtail.models import Page
from wagtail.search.backends import get_search_backend
from wagtail.search.models import IndexEntry

from redaksi.pictures.models import Picture
from redaksi.pictures.search_backend import plain_words
from tests.cast import Cast
from tests.factories import add_test_picture

pytestmark = pytest.mark.django_db

NAUGHTY = [
    '"', "'", '"*', "*", "%", "%s", "%(x)s", "\0", "a\0b", "\\", "(", ")", "a AND", "NOT", "NEAR(",
    "title:x", "{a b}: c", "^a", "-", "a -b", "--", ";", "&", "a & b", "|", "!", ":*", "<->", "_",
    "\ud800", "\u202e", "٣", "日本", " ", "\t\n", "é", "a" * 200, "a " * 100, '"' * 200,
]  # fmt: skip

LISTS = [
    "wagtailimages:index",
    "wagtailimages_chooser:choose",
    "wagtaildocs:index",
    "wagtaildocs_chooser:choose",
    "wagtailadmin_pages:search",
    "wagtailadmin_choose_page_search",
    "wagtailusers_users:index",
]


def naughty_examples(test):
    for text in NAUGHTY:
        test = example(text=text)(test)
    return test


def found(text: str) -> list[str]:
    get_search_backend().add_bulk(Picture, list(Picture.objects.all()))
    return sorted(picture.title for picture in Picture.objects.all().autocomplete(text))


@naughty_examples
@given(text=strategies.text(max_size=200))
@settings(max_examples=150, suppress_health_check=list(HealthCheck))
def test_no_text_is_an_error(db, text: str):
    for look in (Picture.objects.all().search, Picture.objects.all().autocomplete):
        assert list(look(text)) == []


@pytest.mark.parametrize("place", LISTS)
@pytest.mark.parametrize("text", ['"', 'a"b', "\0", "'%(x)s", "NEAR(", '"a b" -c', ""])
def test_every_list_answers(place: str, text: str, cast: Cast, client):
    client.force_login(cast.dewi)

    assert client.get(reverse(place), {"q": text}).status_code == 200


def test_words_are_found_whatever_stands_around_them(cast: Cast):
    add_test_picture("Pelabuhan pagi"), add_test_picture("Pasar malam")

    assert found('("pelab') == ["Pelabuhan pagi"]
    assert found("pasar, mal*") == ["Pasar malam"]
    assert found("pasar pagi") == []
    assert found('"*') == []


def test_pages_are_found_by_words_and_phrases(cast: Cast, client):
    get_search_backend().add_bulk(Page, list(Page.objects.all()))
    client.force_login(cast.dewi)
    home = Page.objects.get(depth=2)

    for text in (home.title, f'"{home.title}"', f'"{home.title[:9]}'):
        page = client.get(reverse("wagtailadmin_pages:search"), {"q": text})
        assert [one.title for one in page.context["object_list"]] == [home.title]


def test_only_so_many_words_are_looked_for():
    assert plain_words("kata " * 5000) == " ".join(["kata"] * 30)


def test_a_save_weighs_no_other_title(cast: Cast):
    add_test_picture("Pendek"), add_test_picture("Judul yang jauh lebih panjang daripada itu")
    found("pendek")

    assert set(IndexEntry.objects.values_list("title_norm", flat=True)) == {1.0}
