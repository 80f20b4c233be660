"""Says in one sentence why a file cannot become a picture, and what to do."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from redaksi.pictures.decoding import (
    BrokenImage,
    RefusedImage,
    SomethingElse,
    TooManyPixels,
    UnknownFormat,
)

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise


class FileTooLarge(RefusedImage):
    """The file has more bytes than may be uploaded."""


class EmptyFile(RefusedImage):
    """The file has no bytes at all."""


class RefusedPicture(ValidationError):
    """A file was refused; the message is a sentence that names it."""


SENTENCES: Mapping[type[RefusedImage], StrOrPromise] = {
    EmptyFile: _("“%(name)s” is empty: see whether the picture opens, and upload it again."),
    UnknownFormat: _(
        "“%(name)s” is not a picture that can be used: save it as JPEG, PNG, WebP, AVIF, HEIC "
        "or GIF and upload that."
    ),
    BrokenImage: _("“%(name)s” is damaged or cut off: open it, save it again and upload that."),
    SomethingElse: _(
        "“%(name)s” carries something that is no picture, such as a page, a program or an archive: "
        "open it, save it as a new picture and upload that."
    ),
    TooManyPixels: _(
        "“%(name)s” has more than %(megapixels)s million pixels: scale it down and upload it again."
    ),
    FileTooLarge: _(
        "“%(name)s” is larger than %(megabytes)s MB: save it smaller and upload it again."
    ),
}


def refusal(problem: RefusedImage, *, name: str, megapixels: int, megabytes: int) -> RefusedPicture:
    """Return the refusal of the file with that name, in the reader's language when shown."""
    facts = {"name": name, "megapixels": megapixels, "megabytes": megabytes}
    kind = type(problem)
    return RefusedPicture(SENTENCES[kind], code=kind.__name__, params=facts)
