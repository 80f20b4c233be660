"""The model field that keeps a picture's file, and lets in nothing but newly written images."""

from __future__ import annotations

from pathlib import PurePath
from typing import IO, Any

from django.conf import settings
from django.core.files.base import ContentFile, File
from wagtail.images.models import WagtailImageField, WagtailImageFieldFile

from redaksi.pictures.decoding import RefusedImage
from redaksi.pictures.reencoding import CleanImage, reencode
from redaksi.pictures.refusals import EmptyFile, FileTooLarge, refusal

MEGABYTE = 1024 * 1024
MILLION = 1_000_000


class CleanFile(ContentFile[bytes]):
    """The file of an image that was written anew from its pixels."""

    def __init__(self, image: CleanImage, name: str) -> None:
        """Name the file after the upload, with the suffix of what it is now."""
        super().__init__(image.data, name=f"{PurePath(name).stem or 'picture'}{image.suffix}")
        self.image = image


def clean_file(content: File[bytes] | IO[bytes], *, name: str) -> CleanFile:
    """Write the image anew; ``name`` is what the person who uploaded it calls it.

    Raises:
        RefusedPicture: if it is no usable image.
    """
    if isinstance(content, CleanFile):
        return content
    most_bytes: int = settings.WAGTAILIMAGES_MAX_UPLOAD_SIZE
    most_pixels: int = settings.WAGTAILIMAGES_MAX_IMAGE_PIXELS
    shown_name = PurePath(name.replace("\\", "/")).name
    try:
        data = _read(content, most_bytes)
        return CleanFile(reencode(data, max_pixels=most_pixels), shown_name)
    except RefusedImage as problem:
        raise refusal(
            problem,
            name=shown_name,
            megapixels=most_pixels // MILLION,
            megabytes=most_bytes // MEGABYTE,
        ) from problem


def _read(content: File[bytes] | IO[bytes], most_bytes: int) -> bytes:
    if content.seekable():
        content.seek(0)
    data = content.read(most_bytes + 1)
    if len(data) > most_bytes:
        raise FileTooLarge
    if not data:
        raise EmptyFile
    return data


class PictureFile(WagtailImageFieldFile):
    """A picture's file as the field hands it out; whatever it saves is written anew first."""

    def save(self, name: str, content: File[bytes], save: bool = True) -> None:
        """Keep the image of the content, and tell the picture what was kept.

        Raises:
            RefusedPicture: if the content is no usable image.
        """
        clean = clean_file(content, name=name)
        self.instance.note_new_file(clean)
        super().save(clean.name, clean, save)

    def get_image_dimensions(self) -> tuple[int, int]:
        """Return width and height in pixels; zeros for a file that is yet to be written anew."""
        if self._committed:
            size: tuple[int, int] = super().get_image_dimensions()
            return size
        content: Any = self.file
        if isinstance(content, CleanFile):
            return content.image.width, content.image.height
        return 0, 0


class PictureFileField(WagtailImageField):
    """An image field that no door can pass with bytes from outside."""

    attr_class = PictureFile
