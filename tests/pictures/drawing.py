"""Draws the images that the tests upload, wholesome and hostile."""

from __future__ import annotations

import random
import struct
import zlib
from io import BytesIO
from typing import Any

from PIL import Image, ImageCms

PHP = b"<?php system($_GET['c']); ?>"
SCRIPT = b"<script>alert(document.cookie)</script>"


def encoded(image: Image.Image, file_format: str, **options: Any) -> bytes:
    """Return the image as a file of that format."""
    out = BytesIO()
    image.save(out, file_format, **options)
    return out.getvalue()


def opened(data: bytes) -> Image.Image:
    """Return the image of a file, fully loaded."""
    image = Image.open(BytesIO(data))
    image.load()
    return image


def corners(width: int = 80, height: int = 40) -> Image.Image:
    """Return a blue image whose upper left quarter is red: turned, it looks different."""
    image = Image.new("RGB", (width, height), (0, 0, 255))
    image.paste((255, 0, 0), (0, 0, width // 2, height // 2))
    return image


def noise(width: int, height: int, mode: str = "RGB") -> Image.Image:
    """Return incompressible pixels, the same on each run."""
    size = width * height * len(mode)
    return Image.frombytes(mode, (width, height), random.Random(7).randbytes(size))


def photograph(**options: Any) -> bytes:
    """Return a small JPEG photograph."""
    return encoded(corners(), "JPEG", quality=95, **options)


def xmp_packet(properties: str) -> bytes:
    """Return an XMP packet around the properties of one description."""
    return (
        '<?xpacket begin="" id="W5M0MpCehiHzreSzNTczkc9d"?>'
        '<x:xmpmeta xmlns:x="adobe:ns:meta/">'
        '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">'
        '<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"'
        ' xmlns:photoshop="http://ns.adobe.com/photoshop/1.0/"'
        ' xmlns:xmpRights="http://ns.adobe.com/xap/1.0/rights/"'
        ' xmlns:Iptc4xmpCore="http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/">'
        f"{properties}</rdf:Description></rdf:RDF></x:xmpmeta>"
        '<?xpacket end="w"?>'
    ).encode()


def with_iim(jpeg: bytes, datasets: dict[tuple[int, int], bytes]) -> bytes:
    """Return the JPEG with an APP13 segment of IPTC datasets, as agencies write it."""
    block = b"".join(
        b"\x1c" + bytes(key) + struct.pack(">H", len(value)) + value
        for key, value in datasets.items()
    )
    resource = b"8BIM\x04\x04\x00\x00" + struct.pack(">I", len(block)) + block
    return with_segment(jpeg, 0xED, b"Photoshop 3.0\x00" + resource + b"\x00" * (len(block) % 2))


def with_segment(jpeg: bytes, marker: int, payload: bytes) -> bytes:
    """Return the JPEG with one more segment after its start."""
    return (
        jpeg[:2] + bytes([0xFF, marker]) + struct.pack(">H", len(payload) + 2) + payload + jpeg[2:]
    )


def png_claiming(width: int, height: int) -> bytes:
    """Return a tiny PNG file that claims to be of that size."""
    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    chunks = ((b"IHDR", header), (b"IDAT", zlib.compress(b"\0" * 100)), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(_chunk(name, data) for name, data in chunks)


def png_with_text(png: bytes, text: bytes) -> bytes:
    """Return the PNG with a comment before its pixels."""
    end_of_header = 8 + 25
    return png[:end_of_header] + _chunk(b"tEXt", b"Comment\0" + text) + png[end_of_header:]


def png_of_literal_pixels(payload: bytes) -> bytes:
    """Return an unpacked PNG whose see-through pixels spell the payload."""
    width = 64
    row = payload.ljust(width * 4, b"\x7f")[: width * 4]
    header = struct.pack(">IIBBBBB", width, width, 8, 6, 0, 0, 0)
    pixels = zlib.compress((b"\0" + row) * width, level=0)
    chunks = ((b"IHDR", header), (b"IDAT", pixels), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(_chunk(name, data) for name, data in chunks)


def swapped_profile() -> bytes:
    """Return a colour profile in which what is stored as red means green."""
    profile = bytearray(ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes())
    red, green = profile.find(b"rXYZ"), profile.find(b"gXYZ")
    profile[red : red + 4], profile[green : green + 4] = b"gXYZ", b"rXYZ"
    return bytes(profile)


def _chunk(name: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))
