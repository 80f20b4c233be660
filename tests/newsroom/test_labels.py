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

from redaksi.newsroom.models import User


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
