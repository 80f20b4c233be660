"""Any image becomes an upright sRGB JPEG or WebP of bounded size, and nothing else of it stays."""

from __future__ import annotations

import pytest
from PIL import Image

from redaksi.pictures.decoding import BrokenImage, RefusedImage, TooManyPixels, UnknownFormat
from redaksi.pictures.reencoding import LONGEST_EDGE, CleanImage, reencode
from tests.pictures import drawing

MAX_PIXELS = 50_000_000
RED, BLUE = (255, 0, 0), (0, 0, 255)


def clean(data: bytes, *, max_pixels: int = MAX_PIXELS) -> CleanImage:
    return reencode(data, max_pixels=max_pixels)


def shows(image: CleanImage, at: tuple[int, int]) -> tuple[int, ...]:
    """Return the colour at the place, each channel rounded to the nearest 16."""
    pixel = drawing.opened(image.data).getpixel(at)
    assert isinstance(pixel, tuple)
    return tuple(min(255, round(value / 16) * 16) for value in pixel)


@pytest.mark.parametrize("file_format", ["JPEG", "PNG", "WEBP", "AVIF", "HEIF", "GIF"])
def test_every_format_becomes_a_jpeg(file_format: str) -> None:
    image = clean(drawing.encoded(drawing.corners(), file_format))

    written = drawing.opened(image.data)
    assert (image.suffix, written.format, written.size) == (".jpg", "JPEG", (80, 40))
    assert (image.width, image.height, image.scale) == (80, 40, 1.0)
    assert (shows(image, (5, 5)), shows(image, (75, 35))) == (RED, BLUE)


@pytest.mark.parametrize("file_format", ["PNG", "WEBP", "AVIF"])
def test_see_through_pixels_stay_see_through(file_format: str) -> None:
    logo = drawing.corners().convert("RGBA")
    logo.paste((0, 0, 0, 0), (40, 20, 80, 40))

    image = clean(drawing.encoded(logo, file_format))

    written = drawing.opened(image.data)
    assert (image.suffix, written.format, written.mode) == (".webp", "WEBP", "RGBA")
    assert (shows(image, (5, 5))[3], shows(image, (75, 35))[3]) == (255, 0)


def test_an_alpha_channel_that_hides_nothing_is_dropped() -> None:
    image = clean(drawing.encoded(drawing.corners().convert("RGBA"), "PNG"))

    assert image.suffix == ".jpg"


def test_a_palette_with_a_see_through_colour() -> None:
    icon = Image.new("P", (20, 20), 1)
    icon.putpalette([0, 0, 0, *RED])
    icon.paste(0, (0, 0, 10, 10))

    image = clean(drawing.encoded(icon, "PNG", transparency=0))

    assert shows(image, (5, 5))[3] == 0
    assert shows(image, (15, 15)) == (*RED, 255)


def test_an_animation_becomes_its_first_frame() -> None:
    frames = [Image.new("RGB", (20, 20), colour) for colour in ("red", "blue", "red")]

    image = clean(
        drawing.encoded(frames[0], "GIF", save_all=True, append_images=frames[1:], duration=50)
    )

    written = drawing.opened(image.data)
    assert (image.suffix, getattr(written, "n_frames", 1), shows(image, (5, 5))) == (
        ".jpg",
        1,
        RED,
    )


def test_one_pixel_is_a_picture() -> None:
    image = clean(drawing.encoded(Image.new("RGB", (1, 1), RED), "PNG"))

    assert (image.width, image.height) == (1, 1)


def test_print_colours_become_screen_colours() -> None:
    image = clean(drawing.encoded(Image.new("CMYK", (20, 20), (0, 255, 255, 0)), "JPEG"))

    assert shows(image, (5, 5)) == RED


def test_sixteen_bits_are_scaled_to_eight() -> None:
    grey = Image.new("I;16", (20, 20))
    grey.putdata([32768] * 400)

    image = clean(drawing.encoded(grey, "PNG"))

    assert shows(image, (5, 5)) == (128, 128, 128)


def test_grey_stays_grey() -> None:
    image = clean(drawing.encoded(Image.new("L", (20, 20), 64), "PNG"))

    assert shows(image, (5, 5)) == (64, 64, 64)


def test_colours_follow_the_profile_of_the_file() -> None:
    red = Image.new("RGB", (20, 20), RED)

    image = clean(drawing.encoded(red, "PNG", icc_profile=drawing.swapped_profile()))

    assert shows(image, (5, 5)) == (0, 255, 0)


def test_a_broken_profile_is_passed_over() -> None:
    red = Image.new("RGB", (20, 20), RED)

    image = clean(drawing.encoded(red, "PNG", icc_profile=b"not a profile at all"))

    assert shows(image, (5, 5)) == RED


@pytest.mark.parametrize(
    ("orientation", "size", "red_corner"),
    [
        (1, (80, 40), (5, 5)),
        (2, (80, 40), (75, 5)),
        (3, (80, 40), (75, 35)),
        (4, (80, 40), (5, 35)),
        (5, (40, 80), (5, 5)),
        (6, (40, 80), (35, 5)),
        (7, (40, 80), (35, 75)),
        (8, (40, 80), (5, 75)),
    ],
)
def test_images_stand_upright(
    orientation: int, size: tuple[int, int], red_corner: tuple[int, int]
) -> None:
    exif = Image.Exif()
    exif[0x0112] = orientation

    image = clean(drawing.photograph(exif=exif))

    assert (image.width, image.height) == size
    assert shows(image, red_corner) == RED
    assert dict(drawing.opened(image.data).getexif()) == {}


@pytest.mark.parametrize("file_format", ["JPEG", "PNG"])
def test_large_images_are_scaled_down(file_format: str) -> None:
    poster = Image.new("RGB", (8192, 2048), RED)

    image = clean(drawing.encoded(poster, file_format))

    assert (image.width, image.height, image.scale) == (LONGEST_EDGE, 1024, 0.5)


def test_grain_is_no_obstacle() -> None:
    image = clean(drawing.encoded(drawing.noise(900, 700), "PNG"))

    assert (image.width, image.height) == (900, 700)


@pytest.mark.parametrize(
    "data",
    [
        drawing.png_claiming(20_000, 20_000),
        drawing.png_claiming(8_000, 8_000),
        drawing.png_claiming(2**31 - 1, 2**31 - 1),
    ],
    ids=["20,000 x 20,000", "64 million", "2^62"],
)
def test_too_many_pixels_are_refused_before_they_are_unpacked(data: bytes) -> None:
    with pytest.raises(TooManyPixels):
        clean(data)


def test_the_limit_itself_is_allowed() -> None:
    data = drawing.encoded(Image.new("RGB", (100, 50)), "PNG")

    assert clean(data, max_pixels=5_000).width == 100
    with pytest.raises(TooManyPixels):
        clean(data, max_pixels=4_999)


@pytest.mark.parametrize("file_format", ["JPEG", "PNG", "WEBP", "AVIF", "HEIF", "GIF"])
def test_a_file_that_is_cut_off_is_refused(file_format: str) -> None:
    data = drawing.encoded(drawing.noise(64, 64), file_format)

    with pytest.raises(RefusedImage):
        clean(data[: len(data) * 2 // 3])


def test_a_damaged_file_is_told_from_a_strange_one() -> None:
    data = drawing.encoded(drawing.noise(64, 64), "PNG")

    with pytest.raises(BrokenImage):
        clean(data[:5000])


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>',
        b'<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"/>',
        b"<!DOCTYPE html><html><body>hello</body></html>",
        b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n",
        b"PK\x03\x04" + b"\0" * 40,
        drawing.encoded(Image.new("RGB", (9, 9)), "TIFF"),
        drawing.encoded(Image.new("RGB", (9, 9)), "BMP"),
        drawing.encoded(Image.new("RGB", (9, 9)), "PPM"),
        b"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 9 9\n",
    ],
    ids=["nothing", "svg", "xml svg", "html", "pdf", "zip", "tiff", "bmp", "ppm", "eps"],
)
def test_what_is_not_a_known_image_is_refused(data: bytes) -> None:
    with pytest.raises(UnknownFormat):
        clean(data)
