"""Makes a new image file out of the pixels of another, so that nothing else of it stays."""

from __future__ import annotations

from dataclasses import dataclass
from io import BytesIO

from PIL import Image

from redaksi.pictures.decoding import decode
from redaksi.pictures.embedded import EmbeddedWords

LONGEST_EDGE = 4096
"""Pixels; larger images are scaled down to it."""

QUALITY = 90
"""Of 100, for the kept originals, from which the readers' sizes are made."""


@dataclass(frozen=True)
class CleanImage:
    """A new JPEG or, where some pixels are see-through, WebP file and what it was made from."""

    data: bytes
    suffix: str
    width: int
    height: int
    scale: float
    """Its size relative to the image it was made from, at most 1."""
    words: EmbeddedWords


def reencode(data: bytes, *, max_pixels: int) -> CleanImage:
    """Decode the image (first frame only) and write it anew, upright, in sRGB, without metadata.

    Raises:
        RefusedImage: if it has no pixels to show, or too many.
    """
    decoded = decode(data, max_pixels=max_pixels, wanted_edge=LONGEST_EDGE)
    image = _only_pixels(decoded.image)
    image.thumbnail((LONGEST_EDGE, LONGEST_EDGE), Image.Resampling.LANCZOS)
    suffix, written = _write(image)
    scale = max(image.size) / decoded.edge
    return CleanImage(written, suffix, image.width, image.height, scale, decoded.words)


def _only_pixels(image: Image.Image) -> Image.Image:
    # Encoders copy comments, profiles and Exif from ``info``; a new image has none.
    clean = Image.new(image.mode, image.size)
    clean.paste(image)
    return clean


def _write(image: Image.Image) -> tuple[str, bytes]:
    out = BytesIO()
    if image.mode == "RGBA":
        image.save(out, "WEBP", quality=QUALITY)
        return ".webp", out.getvalue()
    image.save(out, "JPEG", quality=QUALITY)
    return ".jpg", out.getvalue()
