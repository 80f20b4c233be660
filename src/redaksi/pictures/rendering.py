"""Makes the sizes and formats of a picture that readers get."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wagtail.images.models import Filter

if TYPE_CHECKING:
    from redaksi.pictures.models import Picture, Rendition

WIDTHS = (400, 800, 1200)
"""Pixels; what ``{% picture picture format-{avif,webp,jpeg} width-{400,800,1200} %}`` asks for."""

FORMATS = ("avif", "webp", "jpeg")

FILTER_SPECS: tuple[str, ...] = tuple(
    Filter.expand_spec(
        [f"format-{{{','.join(FORMATS)}}}", f"width-{{{','.join(map(str, WIDTHS))}}}"]
    )
)
"""Wagtail's names of the sizes and formats."""


def make_renditions(picture: Picture) -> dict[str, Rendition]:
    """Make the renditions that are missing, and return all of them by their filter spec.

    One at a time: two workers may make the same one, and a small machine keeps serving readers.
    """
    return {spec: picture.get_rendition(spec) for spec in FILTER_SPECS}
