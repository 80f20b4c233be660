"""Writes the HTML of pictures as Wagtail does, from what a page has fetched of them."""

from __future__ import annotations

import html
from collections.abc import Mapping, Sequence

from django.utils.safestring import SafeString, mark_safe

from redaksi.pictures.renditions import Made

Formats = Mapping[str, Sequence[Made]]
"""The renditions of each format, narrowest first; the last is for browsers that know no other."""


def picture_element(formats: Formats, attributes: Mapping[str, str]) -> SafeString:
    """Return a ``picture`` element; the attributes are those of its image."""
    *better, last = formats
    sizes = attributes.get("sizes")
    sources = "".join(
        f"<source{_written(srcset=_srcset(formats[name]), sizes=sizes, type=f'image/{name}')}>"
        for name in better
    )
    several = len(formats[last]) > 1
    sources_of_image = {"srcset": _srcset(formats[last])} if several else {}
    image = _image(formats[last][0], {**attributes, **sources_of_image})
    return mark_safe(f"<picture>{sources}{image}</picture>")  # noqa: S308 - written below, escaped


def _image(made: Made, attributes: Mapping[str, str]) -> str:
    about = {"src": made.url, "width": made.width, "height": made.height, **attributes}
    return f"<img{_written(**about)}>"


def _srcset(renditions: Sequence[Made]) -> str:
    if len(renditions) == 1:
        return renditions[0].url
    return ", ".join(f"{one.url} {one.width}w" for one in renditions)


def _written(**attributes: object) -> str:
    return "".join(
        f' {name}="{html.escape(str(value))}"'
        for name, value in sorted(attributes.items())
        if value is not None
    )
