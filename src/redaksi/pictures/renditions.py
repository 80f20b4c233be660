"""What pages need of a picture's renditions, fetched for many pictures at once."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, lru_cache
from types import SimpleNamespace
from typing import TYPE_CHECKING

from django.conf import settings
from django.core.files.storage import default_storage
from django.utils.encoding import filepath_to_uri
from wagtail.images.models import Filter

from redaksi.design.batches import each_once

if TYPE_CHECKING:
    from redaksi.pictures.models import Picture, Rendition

Renditions = dict[tuple[str, str], "Made"]
"""What is made of one picture, by filter spec and Wagtail's key of the focal point."""


@dataclass(frozen=True, slots=True)
class Made:
    """One rendition: its file's name, its address, and its size in pixels."""

    file: str
    url: str
    width: int
    height: int

    @classmethod
    def of(cls, rendition: Rendition) -> Made:
        """Return what pages need of a rendition."""
        return cls(rendition.file.name, rendition.url, rendition.width, rendition.height)

    @property
    def size_in_bytes(self) -> int:
        """The size of its file."""
        return default_storage.size(self.file)


def fetch_made(pictures: Iterable[Picture]) -> None:
    """Fetch what is made of all these pictures with one query, for the pages that show them."""
    pictures = [picture for picture in pictures if picture.fetched_renditions is None]
    found = each_once("renditions", (picture.pk for picture in pictures), _made_of_all)
    for picture in pictures:
        picture.fetched_renditions = found.get(picture.pk, {})


def existing(picture: Picture, specs: Iterable[str]) -> dict[str, Made]:
    """Return those of the specs that are made of the picture as it is cut now."""
    made = picture.fetched_renditions
    if made is None:
        made = {
            (one.filter_spec, one.focal_point_key): Made.of(one) for one in picture.renditions.all()
        }
    found = ((spec, made.get((spec, _cut(picture, spec)))) for spec in specs)
    return {spec: one for spec, one in found if one is not None}


def made(picture: Picture, spec: str) -> Made:
    """Return one rendition, made now if it is missing.

    Raises:
        SourceImageIOError: if it is missing and the picture's file is, too.
    """
    found = existing(picture, [spec]).get(spec)
    if found is None:
        found = Made.of(picture.get_rendition(spec))
    return found


def _made_of_all(pictures: list[int]) -> dict[int, Renditions]:
    from redaksi.pictures.models import Rendition

    found: dict[int, Renditions] = {picture: {} for picture in pictures}
    rows = Rendition.objects.filter(image__in=pictures).order_by("pk").values_list(
        "image", "filter_spec", "focal_point_key", "file", "width", "height"
    )  # fmt: skip
    for picture, spec, cut, file, width, height in rows:
        url = f"{settings.MEDIA_URL}{filepath_to_uri(file)}"
        found[picture].setdefault((spec, cut), Made(file, url, width, height))
    return found


def _cut(picture: Picture, spec: str) -> str:
    """Return how Wagtail names the focal point where a rendition of the spec depends on it."""
    vary = _varies_with(spec)
    return _key(spec, tuple(getattr(picture, name, "") for name in vary)) if vary else ""


@cache
def _varies_with(spec: str) -> tuple[str, ...]:
    operations = Filter(spec=spec).operations
    return tuple(name for one in operations for name in getattr(one, "vary_fields", ()))


@lru_cache(maxsize=1000)
def _key(spec: str, values: tuple[object, ...]) -> str:
    picture = SimpleNamespace(**dict(zip(_varies_with(spec), values, strict=True)))
    return str(Filter(spec=spec).get_cache_key(picture))
