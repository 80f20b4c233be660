"""A picture keeps only what was written anew, under a name nobody can guess, with its words."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from django.core.cache import cache
from django.core.files.base import ContentFile
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils.translation import override
from django_tasks_db.models import DBTaskResult
from PIL import Image

from redaksi.pictures.adding import add_picture
from redaksi.pictures.models import ORIGINALS, Picture
from redaksi.pictures.refusals import RefusedPicture
from redaksi.pictures.rendering import make_renditions
from tests.pictures import drawing

MADE_WITH = b"Kamera Rawa 7, nomor 1234"
SMUGGLED = drawing.photograph(comment=MADE_WITH) + MADE_WITH
SVG = b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'


@pytest.fixture(autouse=True)
def media(settings: Any, tmp_path: Path) -> Iterator[Path]:
    settings.MEDIA_ROOT = tmp_path
    cache.clear()  # renditions are remembered by picture number, and numbers come again in tests
    with override("en"):
        yield tmp_path


def create(data: bytes) -> Picture:
    return Picture.objects.create(title="Kapal", file=ContentFile(data, name="kapal.jpg"))


def save_the_file_itself(data: bytes) -> Picture:
    picture = Picture(title="Kapal")
    picture.file.save("kapal.jpg", ContentFile(data), save=False)
    picture.save()
    return picture


def create_in_bulk(data: bytes) -> Picture:
    pictures = [Picture(title="Kapal", file=ContentFile(data, name="kapal.jpg"))]
    Picture.objects.bulk_create(pictures)
    return pictures[0]


def add(data: bytes) -> Picture:
    return add_picture(file=BytesIO(data), file_name="kapal.jpg", title="Kapal")


def replace(data: bytes) -> Picture:
    picture = create(drawing.encoded(Image.new("RGB", (9, 9)), "PNG"))
    picture.file = SimpleUploadedFile("kapal.jpg", data)
    picture.save()
    return picture


DOORS = [create, save_the_file_itself, create_in_bulk, add, replace]


@pytest.mark.django_db
@pytest.mark.parametrize("door", DOORS)
def test_no_door_keeps_bytes_from_outside(door: Any, media: Path) -> None:
    picture = door(SMUGGLED)

    kept = (media / picture.file.name).read_bytes()
    assert (drawing.opened(kept).size, MADE_WITH[:8] in kept) == ((80, 40), False)


@pytest.mark.django_db
@pytest.mark.parametrize("door", DOORS)
def test_no_door_takes_what_is_no_image(door: Any, media: Path) -> None:
    with pytest.raises(RefusedPicture) as refused:
        door(SVG)

    (sentence,) = refused.value.messages
    assert sentence == (
        "“kapal.jpg” is not a picture that can be used: save it as JPEG, PNG, WebP, AVIF, HEIC "
        "or GIF and upload that."
    )


@pytest.mark.django_db
@pytest.mark.parametrize("door", [create, save_the_file_itself, add, replace])
def test_size_and_digest_are_those_of_the_kept_file(door: Any, media: Path) -> None:
    picture = door(drawing.encoded(Image.new("RGB", (8192, 64)), "PNG"))

    picture.refresh_from_db()
    kept = media / picture.file.name
    digest = picture.file_hash
    picture._set_file_hash()
    assert (picture.width, picture.height) == (4096, 32)
    assert (picture.file_size, digest) == (kept.stat().st_size, picture.file_hash)


@pytest.mark.django_db
def test_names_cannot_be_guessed_and_tell_nothing(media: Path) -> None:
    first, second = (Path(add(drawing.photograph()).file.name) for _ in range(2))

    assert (first.parent, first.suffix, len(first.stem)) == (Path(ORIGINALS), ".jpg", 32)
    assert first.stem != second.stem


@pytest.mark.django_db
def test_refusals_say_the_limits(settings: Any) -> None:
    settings.WAGTAILIMAGES_MAX_IMAGE_PIXELS = 10_000_000
    settings.WAGTAILIMAGES_MAX_UPLOAD_SIZE = 1024 * 1024

    with pytest.raises(RefusedPicture, match="more than 10 million pixels: scale it down"):
        add(drawing.png_claiming(5000, 5000))
    with pytest.raises(RefusedPicture, match="larger than 1 MB: save it smaller"):
        add(drawing.encoded(drawing.noise(700, 700), "PNG"))
    with pytest.raises(RefusedPicture, match=r"“kapal\.jpg” is damaged or cut off"):
        add(drawing.photograph()[:600])


@pytest.mark.django_db
def test_added_pictures_take_words_from_the_file_where_none_are_given() -> None:
    data = drawing.with_iim(drawing.photograph(), {(2, 110): b"AFP", (2, 120): b"Dari berkas"})

    picture = add_picture(
        file=BytesIO(data), file_name="foto.jpg", caption="Dari redaksi", alt_text="Kapal"
    )

    assert (picture.title, picture.caption, picture.credit_line, picture.alt_text) == (
        "foto",
        "Dari redaksi",
        "AFP",
        "Kapal",
    )


@pytest.mark.django_db
def test_the_focal_point_shrinks_with_the_image() -> None:
    data = drawing.encoded(Image.new("RGB", (8192, 400)), "PNG")

    picture = add_picture(file=BytesIO(data), file_name="p.png", focal_point=(4000, 200, 100, 60))

    assert (picture.focal_point_x, picture.focal_point_y) == (2000, 100)
    assert (picture.focal_point_width, picture.focal_point_height) == (50, 30)


@pytest.mark.django_db
def test_missing_words_are_named() -> None:
    assert Picture(title="x").missing_words() == ["credit_line", "alt_text"]
    assert Picture(title="x", credit_line="AFP", alt_text=" ").missing_words() == ["alt_text"]
    assert Picture(title="x", credit_line="AFP", alt_text="Kapal").missing_words() == []


@pytest.mark.django_db
def test_templates_get_the_alternative_text() -> None:
    assert Picture(title="IMG_1", alt_text="Kapal").default_alt_text == "Kapal"
    assert Picture(title="IMG_1").default_alt_text == ""


@pytest.mark.django_db
def test_a_new_file_asks_for_renditions_once(django_capture_on_commit_callbacks: Any) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        picture = add(drawing.photograph())
    with django_capture_on_commit_callbacks(execute=True):
        picture.title = "Lain"
        picture.save()

    asked = DBTaskResult.objects.filter(task_path="redaksi.pictures.tasks.make_renditions_later")
    assert [task.args_kwargs["args"] for task in asked] == [[picture.pk]]


@pytest.mark.django_db
def test_a_replaced_file_takes_its_renditions_along() -> None:
    picture = add(drawing.photograph())
    make_renditions(picture)

    picture.file = ContentFile(drawing.encoded(Image.new("RGB", (10, 30)), "PNG"), name="p.png")
    picture.save()

    assert picture.renditions.count() == 0
