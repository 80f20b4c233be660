"""Every door of the newsroom takes pictures the same way."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from django.core.cache import cache
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from PIL import Image
from wagtail.models import Collection

from redaksi.pictures.adding import add_picture
from redaksi.pictures.models import Picture
from tests.cast import Cast
from tests.pictures import drawing

Door = Callable[[Client, str, bytes], str]
"""Uploads a file by a name and returns what the person sees."""

MADE_WITH = b"Kamera Rawa 7, nomor 1234"
FROM_AN_AGENCY = drawing.with_iim(
    drawing.photograph(comment=MADE_WITH) + MADE_WITH,
    {(2, 110): b"AFP", (2, 116): b"AFP 2026", (2, 120): b"Kapal di Teluk Rawa"},
)


@pytest.fixture(autouse=True)
def media(settings: Any, tmp_path: Path) -> Path:
    settings.MEDIA_ROOT = tmp_path
    settings.LANGUAGE_CODE = "en"
    cache.clear()
    return tmp_path


@pytest.fixture
def desk(client: Client, cast: Cast) -> Client:
    client.force_login(cast.budi, backend="django.contrib.auth.backends.ModelBackend")
    return client


def upload_several(client: Client, name: str, data: bytes) -> str:
    answer = client.post(
        reverse("wagtailimages:add_multiple"),
        {"title": "Kapal", "files[]": SimpleUploadedFile(name, data)},
        headers={"X-Requested-With": "XMLHttpRequest"},
    )
    said = json.loads(answer.content)
    return str(said.get("error_message", said.get("form")))


def upload_while_choosing(client: Client, name: str, data: bytes) -> str:
    answer = client.post(
        reverse("wagtailimages_chooser:create"),
        {
            "image-chooser-upload-title": "Kapal",
            "image-chooser-upload-file": SimpleUploadedFile(name, data),
            "image-chooser-upload-collection": Collection.get_first_root_node().pk,
        },
    )
    said = json.loads(answer.content)
    return str(said)


DOORS = [upload_several, upload_while_choosing]


@pytest.mark.parametrize("door", DOORS)
def test_an_upload_is_written_anew_and_brings_its_words(
    door: Door, desk: Client, media: Path, cast: Cast
) -> None:
    door(desk, "kapal.jpg", FROM_AN_AGENCY)

    picture = Picture.objects.get()
    kept = (media / picture.file.name).read_bytes()
    assert (drawing.opened(kept).size, MADE_WITH[:8] in kept) == ((80, 40), False)
    assert (picture.title, picture.caption) == ("Kapal", "Kapal di Teluk Rawa")
    assert (picture.credit_line, picture.copyright_notice) == ("AFP", "AFP 2026")
    assert (picture.uploaded_by_user, picture.missing_words()) == (cast.budi, ["alt_text"])


@pytest.mark.parametrize("door", DOORS)
@pytest.mark.parametrize(
    ("name", "data", "sentence"),
    [
        (
            "peta.svg",
            b'<svg xmlns="http://www.w3.org/2000/svg"/>',
            "“peta.svg” is not a picture that can be used",
        ),
        ("kapal.jpg", drawing.photograph() + drawing.SCRIPT, "“kapal.jpg” carries something that"),
        ("kapal.jpg", b"", "“kapal.jpg” is empty: see whether the picture opens"),
        ("kapal", b"", "“kapal” is empty: see whether the picture opens"),
        ("kapal", b"x", "“kapal” is not a picture that can be used"),
        ("kapal.jpg", b"<?php phpinfo();", "“kapal.jpg” is not a picture that can be used"),
        ("kapal.jpg", drawing.photograph()[:500], "“kapal.jpg” is damaged or cut off"),
        (
            "kapal.png",
            drawing.png_claiming(20_000, 20_000),
            "“kapal.png” has more than 50 million pixels",
        ),
    ],
    ids=[
        "svg",
        "polyglot",
        "empty",
        "empty and without extension",
        "no picture",
        "php",
        "cut off",
        "bomb",
    ],
)
def test_a_refusal_names_the_file(
    door: Door, desk: Client, name: str, data: bytes, sentence: str
) -> None:
    assert door(desk, name, data).count(sentence) == 1
    assert Picture.objects.count() == 0


@pytest.mark.parametrize("door", DOORS)
@pytest.mark.parametrize("name", ["kapal.png", "kapal.php", "kapal"])
def test_the_extension_says_nothing(door: Door, desk: Client, name: str) -> None:
    door(desk, name, drawing.photograph())

    assert Path(Picture.objects.get().file.name).suffix == ".jpg"


def test_what_the_person_wrote_is_kept(desk: Client) -> None:
    desk.post(
        reverse("wagtailimages_chooser:create"),
        {
            "image-chooser-upload-title": "Kapal",
            "image-chooser-upload-file": SimpleUploadedFile("kapal.jpg", FROM_AN_AGENCY),
            "image-chooser-upload-credit_line": "AFP/Ani",
            "image-chooser-upload-collection": Collection.get_first_root_node().pk,
        },
    )

    picture = Picture.objects.get()
    assert (picture.credit_line, picture.caption) == ("AFP/Ani", "Kapal di Teluk Rawa")


def test_words_of_a_picture_are_asked_for_in_order(desk: Client) -> None:
    upload_several(desk, "kapal.jpg", drawing.photograph())

    form = desk.get(reverse("wagtailimages:edit", args=[Picture.objects.get().pk])).context["form"]

    assert list(form.fields)[:7] == [
        "title",
        "file",
        "caption",
        "alt_text",
        "credit_line",
        "copyright_notice",
        "usage_terms",
    ]


def test_a_file_can_be_replaced(desk: Client, media: Path) -> None:
    upload_several(desk, "kapal.jpg", drawing.photograph())
    picture = Picture.objects.get()
    old = picture.file.name
    other = drawing.encoded(Image.new("RGB", (10, 30)), "PNG")

    answer = desk.post(
        reverse("wagtailimages:edit", args=[picture.pk]),
        {
            "title": "Lain",
            "file": SimpleUploadedFile("lain.png", other),
            "collection": Collection.get_first_root_node().pk,
        },
    )

    picture.refresh_from_db()
    assert (answer.status_code, picture.title) == (302, "Lain")
    assert (picture.width, picture.height) == (10, 30)
    assert [(media / old).exists(), (media / picture.file.name).exists()] == [False, True]


@pytest.mark.parametrize("layout", ["grid", "list"])
def test_the_list_marks_pictures_that_lack_words(desk: Client, layout: str) -> None:
    with_words = {"credit_line": "AFP", "alt_text": "Kapal"}
    for words in ({}, {"credit_line": "AFP"}, with_words):
        add_picture(file=SimpleUploadedFile("k.jpg", drawing.photograph()), file_name="k", **words)

    page = desk.get(reverse("wagtailimages:index"), {"layout": layout}).content.decode()

    assert page.count("Missing: credit line, alternative text") == 1
    assert page.count("Missing: alternative text") == 1
    assert page.count("Missing:") == 2
