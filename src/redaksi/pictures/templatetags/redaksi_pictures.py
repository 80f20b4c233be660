"""Puts a picture on a reader's page in the sizes and formats that are ready."""

from __future__ import annotations

from django import template
from wagtail.images.models import Picture as PictureElement

from redaksi.design.shown import shows
from redaksi.pictures.models import Picture
from redaksi.pictures.rendering import ready_renditions

register = template.Library()


@register.simple_tag
def shown_picture(picture: Picture, **attributes: str) -> PictureElement:
    """Return the picture element; attributes (``sizes``, ``loading`` ...) go to its image.

    Formats that the worker has not finished are left out, so that no reader waits for them.
    """
    shows("renditions", picture.pk)
    return PictureElement(ready_renditions(picture), attributes)
