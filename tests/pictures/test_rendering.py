"""The sizes that readers get are made ahead, once, each with its width and height."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from django.core.cache import cache
from django.template import Context, Template
from PIL import Image

from redaksi.pictures.adding import add_picture
from redaksi.pictures.models import RENDITIONS, Picture
from redaksi.pictures.rendering import FILTER_SPECS, make_renditions
from redaksi.pictures.tasks import make_renditions_later
from tests.pictures import drawing

PICTURE_TAG = Template(
    "{% load wagtailimages_tags %}"
    "{% picture picture format-{avif,webp,jpeg} width-{400,800,1200} %}"
)


@pytest.fixture(autouse=True)
def media(settings: Any, tmp_path: Path) -> Path:
    settings.MEDIA_ROOT = tmp_path
    cache.clear()  # renditions are remembered by picture number, and numbers come again in tests
    return tmp_path


def add(width: int, height: int, mode: str = "RGB") -> Picture:
    data = drawing.encoded(Image.new(mode, (width, height)), "PNG")
    return add_picture(file=BytesIO(data), file_name="foto.png", alt_text="Kapal")


@pytest.mark.django_db
def test_the_picture_tag_finds_everything_made() -> None:
    picture = add(1500, 1000)
    made = {rendition.pk for rendition in make_renditions(picture).values()}

    shown = PICTURE_TAG.render(Context({"picture": Picture.objects.get(pk=picture.pk)}))

    assert {rendition.pk for rendition in picture.renditions.all()} == made
    assert (len(made), shown.count("/media/renditions/")) == (9, 10)


@pytest.mark.django_db
def test_each_rendition_has_its_size_and_format(media: Path) -> None:
    renditions = make_renditions(add(1500, 1000))

    assert list(renditions) == list(FILTER_SPECS)
    for spec, rendition in renditions.items():
        file_format, width = spec.removeprefix("format-").split("|width-")
        written = drawing.opened((media / rendition.file.name).read_bytes())
        assert written.format == file_format.upper()
        assert (rendition.width, rendition.height) == written.size
        assert rendition.width == int(width)
        assert Path(rendition.file.name).parent == Path(RENDITIONS)


@pytest.mark.django_db
@pytest.mark.parametrize("mode", ["RGB", "RGBA"])
def test_small_pictures_are_not_blown_up(mode: str) -> None:
    renditions = make_renditions(add(3, 2, mode))

    assert {(made.width, made.height) for made in renditions.values()} == {(3, 2)}


@pytest.mark.django_db
def test_making_them_twice_changes_nothing(media: Path) -> None:
    picture = add(900, 600)
    make_renditions_later.call(picture.pk)
    before = sorted(path.name for path in (media / RENDITIONS).iterdir())

    make_renditions_later.call(picture.pk)

    assert sorted(path.name for path in (media / RENDITIONS).iterdir()) == before
    assert (len(before), picture.renditions.count()) == (9, 9)


@pytest.mark.django_db
def test_a_picture_deleted_meanwhile_is_passed_over() -> None:
    make_renditions_later.call(0)
