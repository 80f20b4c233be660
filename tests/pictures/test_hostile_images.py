"""Nothing that was smuggled in with an image comes out with it."""

from __future__ import annotations

import zipfile
from io import BytesIO

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image, PngImagePlugin

from redaksi.pictures.decoding import RefusedImage, SomethingElse
from redaksi.pictures.reencoding import reencode
from tests.pictures import drawing
from tests.pictures.drawing import PHP, SCRIPT

MAX_PIXELS = 5_000_000


def archive() -> bytes:
    out = BytesIO()
    with zipfile.ZipFile(out, "w") as packed:
        packed.writestr("shell.php", PHP)
    return out.getvalue()


def gif_that_is_a_script() -> bytes:
    """Return a GIF whose bytes also run as a script: its comment closes what its header opens."""
    gif = drawing.encoded(Image.new("P", (0x2A2F, 1)), "GIF", comment=b"*/=1;" + SCRIPT)
    assert gif[6:8] == b"/*"
    return gif


def exif_of(payload: bytes) -> Image.Exif:
    exif = Image.Exif()
    exif[0x010E] = payload.decode("ascii")
    exif[0x9286] = b"ASCII\0\0\0" + payload
    return exif


def png_with_itxt(payload: bytes) -> bytes:
    info = PngImagePlugin.PngInfo()
    info.add_itxt("XML:com.adobe.xmp", payload.decode("ascii"))
    return drawing.encoded(drawing.corners(), "PNG", pnginfo=info)


HOSTILE = {
    "php after a jpeg": (drawing.photograph() + PHP, PHP),
    "php after a png": (drawing.encoded(drawing.corners(), "PNG") + PHP, PHP),
    "php after a gif": (drawing.encoded(drawing.corners(), "GIF") + PHP, PHP),
    "php after a webp": (drawing.encoded(drawing.corners(), "WEBP") + PHP, PHP),
    "php after an avif": (drawing.encoded(drawing.corners(), "AVIF") + PHP, PHP),
    "php after a heic": (drawing.encoded(drawing.corners(), "HEIF") + PHP, PHP),
    "script in a jpeg comment": (drawing.photograph(comment=SCRIPT), SCRIPT),
    "script in an unknown segment": (
        drawing.with_segment(drawing.photograph(), 0xE9, SCRIPT),
        SCRIPT,
    ),
    "php in exif": (drawing.photograph(exif=exif_of(PHP)), PHP),
    "php in exif of a webp": (
        drawing.encoded(drawing.corners(), "WEBP", exif=exif_of(PHP)),
        PHP,
    ),
    "php in a colour profile": (
        drawing.photograph(icc_profile=drawing.swapped_profile() + PHP),
        PHP,
    ),
    "script in xmp": (drawing.photograph(xmp=drawing.xmp_packet("") + SCRIPT), SCRIPT),
    "script in iptc": (drawing.with_iim(drawing.photograph(), {(2, 120): SCRIPT}), SCRIPT),
    "script in a png comment": (
        drawing.png_with_text(drawing.encoded(drawing.corners(), "PNG"), SCRIPT),
        SCRIPT,
    ),
    "script in png xmp": (png_with_itxt(SCRIPT), SCRIPT),
    "script as a gif": (gif_that_is_a_script(), SCRIPT),
    "zip after a jpeg": (drawing.photograph() + archive(), PHP),
    "pdf after a png": (
        drawing.encoded(drawing.corners(), "PNG") + b"%PDF-1.7\n1 0 obj <</JS (app.alert(1))>>",
        b"%PDF-1.7\n1 0 obj <</JS (app.alert(1))>>",
    ),
    "php spelt by pixels": (drawing.png_of_literal_pixels(PHP), PHP),
    "html before an image": (b"<html>" + SCRIPT + drawing.photograph(), SCRIPT),
}


def survivors(payload: bytes, data: bytes, length: int = 8) -> list[bytes]:
    pieces = (payload[at : at + length] for at in range(len(payload) - length + 1))
    return [piece for piece in pieces if piece in data]


@pytest.mark.parametrize(("data", "payload"), HOSTILE.values(), ids=HOSTILE.keys())
def test_no_eight_bytes_of_a_payload_survive(data: bytes, payload: bytes) -> None:
    assert survivors(payload, data) != []

    try:
        written = reencode(data, max_pixels=MAX_PIXELS).data
    except RefusedImage:
        written = b""

    assert survivors(payload, written) == []


@pytest.mark.parametrize(
    "name",
    [name for name in HOSTILE if name not in ("php spelt by pixels", "html before an image")],
)
def test_an_image_that_is_something_else_too_is_refused(name: str) -> None:
    with pytest.raises(SomethingElse):
        reencode(HOSTILE[name][0], max_pixels=MAX_PIXELS)


FILM = b"\0\0\0\x18ftypmp42\0\0\0\0mp42isom\0\0\0\x18mdat<svg >PK\x03\x04xxxxxx"
WHOLESOME = {
    "a photograph with xmp": drawing.photograph(xmp=drawing.xmp_packet("")),
    "a colour profile": drawing.photograph(icc_profile=drawing.swapped_profile()),
    "a smaller picture behind": drawing.photograph() + drawing.photograph(),
    "a film behind": drawing.photograph() + FILM,
    "a maker's trailer and a film": drawing.photograph() + b"MotionPhoto_Data" + FILM,
    "zeros behind": drawing.encoded(drawing.corners(), "PNG") + bytes(4096),
    "pixels that spell php": drawing.png_of_literal_pixels(PHP),
    **{
        f"plain {kind}": drawing.encoded(drawing.corners(), kind)
        for kind in ("JPEG", "PNG", "WEBP", "AVIF", "HEIF", "GIF")
    },
}


@pytest.mark.parametrize("data", WHOLESOME.values(), ids=WHOLESOME.keys())
def test_what_cameras_and_phones_write_is_taken(data: bytes) -> None:
    image = reencode(data, max_pixels=MAX_PIXELS)

    assert drawing.opened(image.data).size == (image.width, image.height)


def test_writing_a_written_image_again_changes_no_size() -> None:
    once = reencode(drawing.photograph(), max_pixels=MAX_PIXELS)

    twice = reencode(once.data, max_pixels=MAX_PIXELS)

    assert (twice.width, twice.height, twice.suffix) == (once.width, once.height, once.suffix)


@given(st.binary(max_size=400))
@settings(max_examples=200)
def test_arbitrary_bytes_are_refused_or_written(data: bytes) -> None:
    try:
        image = reencode(data, max_pixels=MAX_PIXELS)
    except RefusedImage:
        return
    assert drawing.opened(image.data).size == (image.width, image.height)


SAMPLES = [
    drawing.encoded(drawing.corners(), file_format)
    for file_format in ("JPEG", "PNG", "WEBP", "AVIF", "HEIF", "GIF")
] + [drawing.with_iim(drawing.photograph(exif=exif_of(PHP)), {(2, 120): b"Kapal"})]


@given(st.sampled_from(SAMPLES), st.data())
@settings(max_examples=300)
def test_damaged_images_are_refused_or_written(sample: bytes, data: st.DataObject) -> None:
    damaged = bytearray(sample)
    for _ in range(data.draw(st.integers(1, 6))):
        damaged[data.draw(st.integers(0, len(sample) - 1))] = data.draw(st.integers(0, 255))
    try:
        image = reencode(bytes(damaged), max_pixels=MAX_PIXELS)
    except RefusedImage:
        return
    assert drawing.opened(image.data).size == (image.width, image.height)
