"""People's pages, static pages and errors."""

from __future__ import annotations

import dataclasses

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail.models import Page

from redaksi.articles.models import ArticleAuthor
from redaksi.founding import follow_base_url
from redaksi.fronts.models import HomePage
from redaksi.newsroom.models import Person
from redaksi.website.models import MastheadPage, StaticPage
from tests.cast import Cast
from tests.factories import write_draft, write_live

pytestmark = pytest.mark.django_db


def add_person() -> Person:
    return Person.objects.create(
        name="Ratna Lestari", slug="ratna-lestari", job_title="Wartawan, Semarang",
        email="rahasia@contoh.example", biography="<p>Menulis tentang pesisir.</p>",
    )  # fmt: skip


def test_a_persons_page_lists_only_what_is_live(cast: Cast, client):
    person = add_person()
    live = write_live(section=cast.nasional, headline="Sudah terbit")
    draft = write_draft(section=cast.nasional, headline="Belum terbit")
    for article in (live, draft):
        article.article_authors = [ArticleAuthor(person=person)]
        article.save()

    page = client.get(person.url).content.decode()

    assert "Wartawan, Semarang" in page
    assert "Menulis tentang pesisir." in page
    assert "Sudah terbit" in page
    assert "Belum terbit" not in page
    assert "rahasia@contoh.example" not in page


def add_static_page(**fields) -> StaticPage:
    home = HomePage.objects.get()
    return home.add_child(instance=StaticPage(title="Pedoman", slug="pedoman-media", **fields))


def test_a_static_page_stands_at_its_slug_and_in_the_footer(cast: Cast, client):
    add_static_page(text="<p>Setiap berita diverifikasi.</p>", show_in_menus=True)

    assert "Setiap berita diverifikasi." in client.get("/pedoman-media/").content.decode()
    assert 'href="/pedoman-media/"' in client.get("/").content.decode()


def test_a_static_page_that_is_not_live_answers_404(cast: Cast, client):
    add_static_page(live=False)

    assert client.get("/pedoman-media/").status_code == 404


def test_the_404_page_has_the_papers_look(cast: Cast, client):
    answer = client.get("/tidak/ada/sama/sekali/")

    assert answer.status_code == 404
    assert "Harian Uji" in answer.content.decode()
    assert "Tidak ada halaman di alamat ini" in answer.content.decode()


def test_the_500_page_needs_neither_context_nor_database(client, settings, monkeypatch):
    def break_down(*args, **kwargs):
        raise RuntimeError("broken on purpose")

    monkeypatch.setattr("redaksi.fronts.showing.keys_of_stretch", break_down)
    client.raise_request_exception = False

    answer = client.get("/")

    assert answer.status_code == 500
    assert "Ada yang rusak" in answer.content.decode()


def test_a_form_that_is_too_large_is_answered_in_the_papers_look(cast: Cast, client, settings):
    settings.DATA_UPLOAD_MAX_MEMORY_SIZE = 1000

    answer = client.post("/redaksi/login/", {"username": "a" * 2000})

    assert answer.status_code == 413
    assert "Kiriman itu terlalu besar" in answer.content.decode()


def test_the_page_tree_holds_the_home_page_and_the_press_councils_at_first(db):
    kinds = [type(page.specific) for page in Page.objects.filter(depth__gt=1).order_by("path")]

    assert kinds == [HomePage, StaticPage, MastheadPage, StaticPage, StaticPage]


def test_a_static_page_names_itself_by_the_address_of_the_paper(client, settings):
    page = client.get("/pedoman/").content.decode()

    assert f'rel="canonical" href="{settings.WAGTAILADMIN_BASE_URL}/pedoman/"' in page


@pytest.mark.parametrize("base", ["https://kabar.example", "http://kabar.example:8443"])
def test_wagtail_names_pages_by_the_address_of_the_paper(base, settings):
    config = dataclasses.replace(settings.CONFIG, base_url=base)

    follow_base_url(config)

    assert Page.objects.get(slug="pedoman").full_url == f"{base}/pedoman/"
    with CaptureQueriesContext(connection) as asked:
        follow_base_url(config)
    assert [query["sql"] for query in asked if "UPDATE" in query["sql"]] == []
