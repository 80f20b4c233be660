"""What the database keeps in English is named in the newspaper's language."""

from __future__ import annotations

import pytest
from django.contrib.auth.models import Group, Permission
from django.test import Client
from django.urls import reverse
from django.utils.translation import override
from lxml import html
from wagtail.models import Collection, Page

from redaksi.newsroom.data_names import name_kept_data
from redaksi.newsroom.models import User
from redaksi.newsroom.roles import CHIEF_GROUP

pytestmark = pytest.mark.django_db


@pytest.fixture
def newly_migrated() -> None:
    """The names as migrations write them."""
    Collection.objects.filter(depth=1).update(name="Root")
    Page.objects.filter(depth=1).update(title="Root")
    Permission.objects.filter(codename="add_section").update(name="Can add section")


def test_roots_and_permissions_are_named(newly_migrated: None) -> None:
    with override("id"):
        name_kept_data()

    assert Collection.get_first_root_node().name == "Semua koleksi"
    assert Page.get_first_root_node().title == "Semua halaman"
    assert Permission.objects.get(codename="add_section").name == "Boleh menambah rubrik"


def test_a_root_that_people_renamed_keeps_its_name() -> None:
    Collection.objects.filter(depth=1).update(name="Arsip foto")

    name_kept_data()

    assert Collection.get_first_root_node().name == "Arsip foto"


def test_the_form_about_a_group_speaks_indonesian(client: Client) -> None:
    with override("id"):
        name_kept_data()
    client.force_login(User.objects.get(username="pendiri"))
    chiefs = Group.objects.get(name=CHIEF_GROUP)

    answer = client.get(reverse("wagtailusers_groups:edit", args=[chiefs.pk]))
    page = html.fromstring(answer.content.decode())

    told = {" ".join(text.split()) for text in page.xpath("//main//text()")}
    english = ("Can ", "Simple translation", "Root", "Page", "Content types", "Delete ", "Publish ")
    assert [text for text in told if text.startswith(english)] == []
