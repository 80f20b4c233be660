"""A page shows what is ready and waits for nothing."""

from __future__ import annotations

import re

import pytest
from django.template import Context, Template

from redaksi.pictures.models import Rendition
from redaksi.pictures.rendering import FALLBACK, make_renditions

pytestmark = pytest.mark.django_db
PAGE = Template(
    '{% load redaksi_pictures %}{% shown_picture picture sizes="100vw" loading="lazy" %}'
)


def shown(picture) -> str:
    return PAGE.render(Context({"picture": picture}))


def test_before_the_worker_has_come_there_is_one_jpeg(picture):
    html = shown(picture)

    assert list(Rendition.objects.values_list("filter_spec", flat=True)) == [FALLBACK]
    assert "<source" not in html
    assert 'alt="Bidang hijau kebiruan"' in html


def test_afterwards_there_are_three_formats_with_sizes(picture):
    make_renditions(picture)

    html = shown(picture)

    assert re.findall(r'type="(image/\w+)"', html) == ["image/avif", "image/webp"]
    assert 'loading="lazy"' in html
    assert re.search(r'width="\d+"', html)
    assert re.search(r'height="\d+"', html)


def test_a_half_finished_format_is_not_offered(picture):
    make_renditions(picture)
    widest = Rendition.objects.filter(filter_spec__contains="width-1200")
    widest.get(filter_spec__contains="avif").delete()

    html = shown(type(picture).objects.get(pk=picture.pk))

    assert "image/avif" not in html
    assert "image/webp" in html
