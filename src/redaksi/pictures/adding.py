"""The one way for programs (example newspaper, importers, wires) to add a picture."""

from __future__ import annotations

from pathlib import PurePath
from typing import IO

from django.contrib.auth.models import AbstractBaseUser
from wagtail.images.rect import Rect

from redaksi.pictures.files import CleanFile, clean_file
from redaksi.pictures.models import Picture

FocalPoint = tuple[int, int, int, int]
"""Centre x, centre y, width and height in pixels of the upright image that is added."""


def add_picture(
    *,
    file: IO[bytes],
    file_name: str,
    title: str = "",
    caption: str = "",
    alt_text: str = "",
    credit_line: str = "",
    copyright_notice: str = "",
    usage_terms: str = "",
    focal_point: FocalPoint | None = None,
    by: AbstractBaseUser | None = None,
) -> Picture:
    """Keep the image with its words; words left empty are taken from the file if it has them.

    Raises:
        RefusedPicture: with one sentence that names the file, if it is no usable image.
    """
    clean = clean_file(file, name=file_name)
    given = {
        "caption": caption,
        "alt_text": alt_text,
        "credit_line": credit_line,
        "copyright_notice": copyright_notice,
        "usage_terms": usage_terms,
    }
    words = clean.image.words.found() | {name: text for name, text in given.items() if text}
    picture = Picture(
        title=title or PurePath(file_name).stem, file=clean, uploaded_by_user=by, **words
    )
    if focal_point is not None:
        picture.set_focal_point(_scaled(focal_point, clean))
    picture.save()
    return picture


def _scaled(focal_point: FocalPoint, clean: CleanFile) -> Rect:
    x, y, width, height = (round(pixels * clean.image.scale) for pixels in focal_point)
    return Rect.from_point(x, y, width, height)
