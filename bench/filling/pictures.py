"""Fills the picture library: a few real files, many pictures, renditions linked to the files."""

from __future__ import annotations

import os
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import Any

from django.conf import settings
from django.contrib.contenttypes.models import ContentType
from django.core.files.images import ImageFile
from django.utils import timezone
from PIL import Image
from wagtail.search.models import IndexEntry

from bench.filling.bulk import Table
from redaksi.pictures.models import RENDITIONS, Picture, Rendition
from redaksi.pictures.rendering import make_renditions

COLOURS = ("teal", "maroon", "olive", "navy")
SHARE_SIZES = ("fill-1200x1200", "fill-1200x900", "fill-1200x675")


def add_pictures(number: int) -> list[int]:
    """Add pictures; return their primary keys."""
    models = [_model(colour) for colour in COLOURS]
    start = max(model.pk for model in models) + 1
    pks = range(start, start + number)
    Table(Picture).insert(_pictures(pks, models))
    Table(Rendition).insert(_renditions(pks, models))
    _index(pks)
    return list(pks)


def _model(colour: str) -> Picture:
    buffer = BytesIO()
    Image.new("RGB", (1600, 1067), colour).save(buffer, "JPEG")
    buffer.seek(0)
    picture = Picture.objects.create(
        title=colour, file=ImageFile(buffer, "p.jpg"), credit_line="Foto: X", alt_text="Bidang"
    )
    make_renditions(picture)
    for size in SHARE_SIZES:
        picture.get_rendition(f"{size}|format-jpeg")
    for spec in ("max-165x165", "max-800x600"):
        picture.get_rendition(spec)
    return picture


def _pictures(pks: range, models: list[Picture]) -> Iterator[dict[str, Any]]:
    now = timezone.now()
    for pk in pks:
        model = models[pk % len(models)]
        row = {field.attname: getattr(model, field.attname) for field in Picture._meta.fields}
        yield row | {
            "id": pk,
            "file": model.file.name,
            "created_at": now,
            "title": f"Gambar {pk}",
            "caption": f"Suasana di tempat kejadian {pk}",
        }


def _renditions(pks: range, models: list[Picture]) -> Iterator[dict[str, Any]]:
    made = [list(model.renditions.all()) for model in models]
    for pk in pks:
        for number, rendition in enumerate(made[pk % len(models)]):
            yield {
                "image_id": pk,
                "filter_spec": rendition.filter_spec,
                "file": _linked(rendition, pk, number),
                "width": rendition.width,
                "height": rendition.height,
                "focal_point_key": rendition.focal_point_key,
            }


def _linked(rendition: Rendition, pk: int, number: int) -> str:
    """Give the file another name, for no two renditions share one; return that name."""
    name = f"{RENDITIONS}/{pk:016x}{number:016x}{Path(rendition.file.name).suffix}"
    os.link(rendition.file.path, Path(settings.MEDIA_ROOT) / name)
    return name


def _index(pks: range) -> None:
    """Enter the pictures into the search index as saving them would."""
    kind = ContentType.objects.get_for_model(Picture).pk
    Table(IndexEntry).insert(
        {
            "content_type_id": kind,
            "object_id": str(pk),
            "title_norm": 1.1,
            "title": f"Gambar {pk}",
            "autocomplete": f"Gambar {pk} Suasana di tempat kejadian {pk}",
            "body": f"Suasana di tempat kejadian {pk} Foto X",
        }
        for pk in pks
    )
