"""Opens an image of unknown origin and gives its first frame, upright and in sRGB."""

from __future__ import annotations

from dataclasses import dataclass
from io import BytesIO

import pillow_heif
from PIL import Image, UnidentifiedImageError

from redaksi.pictures.colours import in_srgb
from redaksi.pictures.embedded import EmbeddedWords, words_in
from redaksi.pictures.polyglots import carries_something_else

pillow_heif.register_heif_opener(thumbnails=False)

FORMATS = ("JPEG", "PNG", "WEBP", "AVIF", "HEIF", "GIF")
"""Formats that are decoded, in Pillow's names; every other one is not even tried."""

ORIENTATION = 0x0112
TURNS = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}
"""What undoes each orientation of Exif 2.32, section 4.6.4.A."""


class RefusedImage(Exception):
    """The bytes cannot become a picture of the paper."""


class UnknownFormat(RefusedImage):
    """The bytes are not an image, or one of a kind that is not taken (SVG, TIFF, PDF)."""


class BrokenImage(RefusedImage):
    """The image is cut off or damaged."""


class SomethingElse(RefusedImage):
    """The file is an image and, beside it, a page, a program or an archive."""


class TooManyPixels(RefusedImage):
    """The image would take too much memory."""


@dataclass(frozen=True)
class Decoded:
    """Pixels in mode RGB or RGBA, the longest edge of the file's own image, and its words."""

    image: Image.Image
    edge: int
    words: EmbeddedWords


def decode(data: bytes, *, max_pixels: int, wanted_edge: int) -> Decoded:
    """Read the first frame and the words that came with it.

    A JPEG much larger than ``wanted_edge`` (pixels) is decoded at a fraction of its size.

    Raises:
        RefusedImage: in one of its kinds, and nothing else whatever the bytes are.
    """
    try:
        image = _opened(data, max_pixels)
        if carries_something_else(data):
            raise SomethingElse
        edge = max(image.size)
        image.draft(None, (wanted_edge, wanted_edge))
        image.load()
        return Decoded(in_srgb(_upright(image)), edge, words_in(image))
    except RefusedImage:
        raise
    except (Image.DecompressionBombError, Image.DecompressionBombWarning) as error:
        raise TooManyPixels from error
    except Exception as error:  # decoders raise whatever their library meets
        raise BrokenImage from error


def _opened(data: bytes, max_pixels: int) -> Image.Image:
    try:
        image = Image.open(BytesIO(data), formats=FORMATS)
    except UnidentifiedImageError as error:
        raise UnknownFormat from error
    if image.width * image.height > max_pixels:
        raise TooManyPixels
    return image


def _upright(image: Image.Image) -> Image.Image:
    try:
        turn = TURNS.get(image.getexif().get(ORIENTATION, 1))
    except Exception:  # unreadable Exif says nothing about the orientation
        return image
    return image if turn is None else image.transpose(turn)
