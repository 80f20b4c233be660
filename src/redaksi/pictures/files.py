"""The model field that keeps a picture's file."""

from __future__ import annotations

from wagtail.images.models import WagtailImageField, WagtailImageFieldFile


class PictureFile(WagtailImageFieldFile):  # type: ignore[misc]
    """A picture's file as the field hands it out."""


class PictureFileField(WagtailImageField):  # type: ignore[misc]
    """An image field whose files are pictures of the paper."""

    attr_class = PictureFile
