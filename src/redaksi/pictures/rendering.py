"""Makes the sizes and formats of a picture that readers get."""

from __future__ import annotations

from collections.abc import Container
from functools import cache
from typing import TYPE_CHECKING

from wagtail.images.models import Filter

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

FALLBACK = next(spec for spec in FILTER_SPECS if "jpeg" in spec and "width-800" in spec)
"""What a page shows until the worker has made the rest."""


def make_renditions(picture: Picture) -> dict[str, Rendition]:
    """Make the renditions that are missing, and return all of them by their filter spec.

    One at a time: two workers may make the same one, and a small machine keeps serving readers.
    """
    return {spec: picture.get_rendition(spec) for spec in FILTER_SPECS}


def ready_renditions(picture: Picture) -> dict[str, Rendition]:
    """Return the formats that are finished in every width, by their filter spec.

    Before the first is finished there is one JPEG, which is made here at once because a page
    needs at least that; AVIF takes a hundred times as long.
    """
    existing = picture.find_existing_renditions(*_filters())
    found = {one.spec: made for one, made in existing.items()}
    ready = {spec: found[spec] for spec in FILTER_SPECS if _is_complete(spec, found)}
    return ready or {FALLBACK: picture.get_rendition(FALLBACK)}


@cache
def _filters() -> tuple[Filter, ...]:
    # Wagtail takes a filter's specification apart anew in every new filter.
    return tuple(Filter(spec=spec) for spec in FILTER_SPECS)


def completes_a_format(rendition: Rendition) -> bool:
    """Whether its format is finished in every width with this rendition."""
    if rendition.filter_spec not in FILTER_SPECS:
        return False
    made = rendition.image.renditions.filter(filter_spec__in=FILTER_SPECS)
    return _is_complete(
        rendition.filter_spec, dict.fromkeys(made.values_list("filter_spec", flat=True))
    )


def _is_complete(spec: str, found: Container[str]) -> bool:
    made_of = _format_of(spec)
    return all(other in found for other in FILTER_SPECS if _format_of(other) == made_of)


@cache
def _format_of(spec: str) -> str:
    return next(part for part in spec.split("|") if part.startswith("format-"))
