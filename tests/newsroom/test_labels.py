"""Wagtail's screens are headed in the person's language where it has only the names of fields."""

from __future__ import annotations

import datetime

import pytest
from django.contrib.humanize.templatetags.humanize import naturaltime
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import override
from lxml import html
from wagtail.models import Locale
from wagtail.snippets.widgets import AdminSnippetChooser
from wagtail.users.models import UserProfile

from redaksi.articles.models import Article
from redaksi.newsroom.models import Person, User


@pytest.mark.django_db
def test_the_list_of_sites_is_headed_in_words(client: Client) -> None:
    client.force_login(User.objects.get(username="pendiri"))

    page = html.fromstring(client.get(reverse("wagtailsites:index")).content.decode())

    heads = [" ".join(head.text_content().split()) for head in page.xpath("//main//th")]
    assert heads[1:4] == ["Porta", "Nama situs", "Halaman akar"]


def test_a_locale_is_called_a_language() -> None:
    with override("id"):
        assert str(Locale._meta.verbose_name) == "bahasa"


def test_how_long_ago_something_was_is_told_in_indonesian() -> None:
    with override("id"):
        told = str(naturaltime(timezone.now() - datetime.timedelta(minutes=7)))

    assert "menit" in told
    assert "ago" not in told


@pytest.mark.parametrize("model", [Article, Person])
def test_a_chooser_speaks_the_language_of_whoever_looks(model: type) -> None:
    with override("id"):
        chooser = AdminSnippetChooser(model)
        first = str(chooser.choose_one_text)
    with override("en"):
        second = str(chooser.choose_one_text)

    assert (first.split()[0], second.split()[0]) == ("Pilih", "Choose")


@pytest.mark.django_db
def test_our_groups_have_names_in_the_persons_language(client: Client) -> None:
    client.force_login(User.objects.get(username="pendiri"))

    page = client.get(reverse("wagtailusers_groups:index")).content.decode()

    assert "Pemimpin redaksi" in page
    assert "Technician" not in page


@pytest.mark.django_db
def test_a_page_that_is_not_there_is_told_in_the_persons_language(client: Client) -> None:
    person = User.objects.get(username="pendiri")
    profile = UserProfile.get_for_user(person)
    profile.preferred_language = "en"
    profile.save()
    client.force_login(person)

    answer = client.get("/redaksi/tiada/")

    assert answer.status_code == 404
    assert "Error 404" in answer.content.decode()
