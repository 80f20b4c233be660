"""Makes the sizes and formats of a picture that readers get."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wagtail.images.models import Filter

from redaksi.pictures.renditions import Made, existing, made

if TYPE_CHECKING:
    from redaksi.pictures.models import Picture, Rendition

WIDTHS = (400, 800, 1200)
"""Pixels; from a telephone to a wide screen."""

FORMATS = ("avif", "webp", "jpeg")

FILTER_SPECS: tuple[str, ...] = tuple(
    Filter.expand_spec(
        [f"format-{{{','.join(FORMATS)}}}", f"width-{{{','.join(map(str, WIDTHS))}}}"]
    )
)
"""Wagtail's names of the sizes and formats."""

SPECS_OF_FORMATS = {
    name: [spec for spec in FILTER_SPECS if f"format-{name}" in spec] for name in FORMATS
}

FALLBACK = next(spec for spec in FILTER_SPECS if "jpeg" in spec and "width-800" in spec)
"""What a page shows until the worker has made the rest."""


def make_renditions(picture: Picture) -> dict[str, Rendition]:
    """Make the renditions that are missing, and return all of them by their filter spec.

    One at a time: two workers may make the same one, and a small machine keeps serving readers.
    """
    return {spec: picture.get_rendition(spec) for spec in FILTER_SPECS}


def ready_formats(picture: Picture) -> dict[str, list[Made]]:
    """Return the formats that are finished in every width, narrowest first, by their names.

    Before the first is finished there is one JPEG, which is made here at once because a page
    needs at least that; AVIF takes a hundred times as long.
    """
    found = existing(picture, FILTER_SPECS)
    ready = {
        name: [found[spec] for spec in specs]
        for name, specs in SPECS_OF_FORMATS.items()
        if all(spec in found for spec in specs)
    }
    return ready or {"jpeg": [made(picture, FALLBACK)]}


def completes_a_format(rendition: Rendition) -> bool:
    """Whether its format is finished in every width with this rendition."""
    if rendition.filter_spec not in FILTER_SPECS:
        return False
    renditions = rendition.image.renditions.filter(filter_spec__in=FILTER_SPECS)
    there = set(renditions.values_list("filter_spec", flat=True))
    return any(
        rendition.filter_spec in specs and there.issuperset(specs)
        for specs in SPECS_OF_FORMATS.values()
    )
