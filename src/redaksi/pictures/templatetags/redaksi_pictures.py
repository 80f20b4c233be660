"""Puts a picture on a reader's page in the sizes and formats that are ready."""

from __future__ import annotations

from django import template
from django.utils.safestring import SafeString

from redaksi.design.shown import shows
from redaksi.pictures.markup import picture_element
from redaksi.pictures.models import Picture
from redaksi.pictures.rendering import ready_formats
from redaksi.pictures.renditions import Made, made

register = template.Library()

#: What is shown of a picture where readers share a page.
SHARED = "fill-1200x675|format-jpeg"


@register.simple_tag
def shown_picture(picture: Picture, **attributes: str) -> SafeString:
    """Return the picture element; attributes (``sizes``, ``loading`` ...) go to its image.

    Formats that the worker has not finished are left out, so that no reader waits for them.
    """
    shows("renditions", picture.pk)
    about = {"alt": picture.default_alt_text, **attributes}
    return picture_element(ready_formats(picture), about)


@register.simple_tag
def shared_picture(picture: Picture) -> Made:
    """Return the rendition that is shown where readers share the page: its address and size."""
    return made(picture, SHARED)
