"""The press council's pages are there from the first day, and the masthead follows the people."""

from __future__ import annotations

import pytest
from lxml import html

from redaksi.articles.models import OutboxEntry
from redaksi.newsroom.models import Person
from redaksi.website.models import MastheadPage
from tests.cast import Cast

pytestmark = pytest.mark.django_db
PAGES = ["/pedoman/", "/susunan-redaksi/", "/kontak/", "/privasi/"]


@pytest.mark.parametrize("path", PAGES)
def test_a_founded_paper_has_the_page_and_its_footer_leads_to_it(path, cast: Cast, client):
    page = html.fromstring(client.get(path).content.decode())

    assert page.cssselect("h1")[0].text_content()
    assert page.cssselect(f".footer a[href='{path}']")
    assert "{" not in page.cssselect("main")[0].text_content()


def masthead(client) -> list[str]:
    page = html.fromstring(client.get("/susunan-redaksi/").content.decode())
    return [one.text_content() for one in page.cssselect(".masthead-staff :is(dt, dd)")]


def test_the_masthead_names_staff_by_role_in_the_order_of_the_page(cast: Cast, client):
    for name, role, kind in [
        ("Ani", "Reporter", "staff"),
        ("Budi", "Redaktur Nasional", "staff"),
        ("Citra", "Juru gambar", "staff"),
        ("Dewi", "Pemimpin redaksi", "staff"),
        ("Tamu", "Penyair", "guest"),
        ("Tanpa Jabatan", "", "staff"),
        ("Agus", "Reporter", "staff"),
    ]:
        Person.objects.create(name=name, slug=name.lower().replace(" ", "-"), job_title=role,
                              kind=kind)  # fmt: skip

    assert masthead(client) == [
        "Pemimpin redaksi", "Dewi", "Redaktur Nasional", "Budi", "Reporter", "Agus", "Ani",
        "Juru gambar", "Citra",
    ]  # fmt: skip


def test_an_empty_masthead_says_so(cast: Cast, client):
    assert "Belum ada orang" in client.get("/susunan-redaksi/").content.decode()


def test_a_new_person_and_a_new_role_make_the_masthead_again(cast: Cast):
    OutboxEntry.objects.all().delete()
    person = Person.objects.create(name="Ani", slug="ani", job_title="Reporter")
    joined = OutboxEntry.objects.get().addresses
    OutboxEntry.objects.all().delete()

    person.job_title = "Redaktur"
    person.save()

    assert MastheadPage.objects.get().url in joined
    assert f"masthead:{person.pk}" in OutboxEntry.objects.get().tags
