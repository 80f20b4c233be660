"""The newsroom's address takes none away from readers."""

from __future__ import annotations

import dataclasses

import pytest
from django.core.exceptions import ValidationError

from redaksi.cli.checks.newsroom import check_newsroom_path
from redaksi.cli.checks.result import State
from redaksi.fronts.models import HomePage
from redaksi.newsroom.models import Section
from redaksi.website.models import StaticPage
from tests.cast import Cast

pytestmark = pytest.mark.django_db


@pytest.fixture
def newsroom_at_dapur(settings) -> None:
    settings.CONFIG = dataclasses.replace(settings.CONFIG, newsroom_path="dapur")


def test_no_section_takes_the_newsrooms_address(newsroom_at_dapur: None):
    with pytest.raises(ValidationError, match="dapur"):
        Section(name="Dapur", slug="dapur").full_clean()


def make_section() -> None:
    Section.objects.create(name="Resep", slug="dapur")


def rename_section() -> None:
    section = Section.objects.create(name="Resep", slug="dapur")
    section.slug = "masak"
    section.save()


def make_page() -> None:
    HomePage.objects.get().add_child(instance=StaticPage(title="Resep", slug="dapur", text="x"))


@pytest.mark.parametrize("make", [make_section, rename_section, make_page])
def test_the_doctor_names_what_the_newsroom_hides(make, newsroom_at_dapur, cast: Cast, settings):
    assert check_newsroom_path(settings.CONFIG).state is State.GOOD
    make()

    check = check_newsroom_path(settings.CONFIG)

    assert check.state is State.FAILED
    assert "“Resep”" in check.found
    assert "/dapur/" in check.found
