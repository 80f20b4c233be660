"""Our own picture element is the one that Wagtail writes."""

from __future__ import annotations

import pytest
from wagtail.images.models import Picture as WagtailsElement

from redaksi.pictures.markup import picture_element
from redaksi.pictures.models import Picture
from redaksi.pictures.rendering import FALLBACK, FILTER_SPECS, make_renditions, ready_formats
from redaksi.pictures.renditions import fetch_made, made

pytestmark = pytest.mark.django_db
ATTRIBUTES = {"sizes": "(min-width: 44rem) 13rem, 7rem", "loading": "lazy"}


def ours(picture: Picture) -> str:
    about = {"alt": picture.default_alt_text, **ATTRIBUTES}
    return picture_element(ready_formats(picture), about)


@pytest.mark.parametrize("specs", [FILTER_SPECS, [FALLBACK], FILTER_SPECS[3:]])
def test_it_is_the_same(picture: Picture, specs: list[str]) -> None:
    picture.alt_text = 'Bidang "hijau" & <biru>'
    picture.save()
    renditions = {spec: picture.get_rendition(spec) for spec in specs}

    assert ours(Picture.objects.get(pk=picture.pk)) == str(
        WagtailsElement(renditions, {**ATTRIBUTES})
    )


def test_what_is_fetched_together_is_the_same(picture: Picture) -> None:
    make_renditions(picture)
    alone = ours(Picture.objects.get(pk=picture.pk))
    together = Picture.objects.get(pk=picture.pk)

    fetch_made([together])

    assert ours(together) == alone


def test_a_picture_that_is_cut_otherwise_shows_the_new_cut(picture: Picture) -> None:
    before = made(picture, "fill-240x240|format-jpeg")
    picture.focal_point_x, picture.focal_point_y = 10, 10
    picture.focal_point_width = picture.focal_point_height = 5
    picture.save()
    picture = Picture.objects.get(pk=picture.pk)
    fetch_made([picture])

    after = made(picture, "fill-240x240|format-jpeg")

    assert after.url != before.url
    assert after.url == picture.get_rendition("fill-240x240|format-jpeg").url
