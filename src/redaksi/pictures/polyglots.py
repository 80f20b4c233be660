"""Tells files that are an image and something else, a page or a program or an archive, apart.

Compressed pixels hold every short run of bytes sooner or later, so they are not looked at, nor
is what phones put behind a picture: smaller pictures (Multi-Picture Format) and films (motion
photos). Metadata, comments and any other trailer are.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

ACTIVE = re.compile(
    rb"<(?:script|html|svg|iframe)[\s/>]|<\?php\s|<!doctype\s+html|%PDF-\d|PK\x03\x04|PK\x05\x06"
    rb"|\x7fELF[\x01\x02]|MZ\x90\x00|#! ?/(?:usr/)?bin/",
    re.IGNORECASE,
)
PNG = b"\x89PNG\r\n\x1a\n"
#: What phones put behind a picture begins like this.
EMBEDDED = re.compile(rb"\xff\xd8\xff|[\s\S]{4}ftyp")
#: In compressed pixels of JPEG, what is neither a stuffed byte nor a restart (ITU T.81, B.1.1.5).
MARKER = re.compile(rb"\xff[^\x00\xd0-\xd7\xff]")
END, START, STAND_ALONE = 0xD9, 0xD8, 0x01

#: A stretch of the file, from and to (bytes), that holds no pixels; the last one is empty and
#: stands where the image ends.
Stretch = tuple[int, int]


def carries_something_else(data: bytes) -> bool:
    """Whether something active lies in the file beside its pixels."""
    return any(ACTIVE.search(data, start, end) for start, end in beside_pixels(data))


def beside_pixels(data: bytes) -> Iterator[Stretch]:
    """Return the stretches of the file that hold no pixels."""
    at = 0
    while at < len(data):
        read = _reader_of(data, at)
        before = at
        for start, end in read(data, at):
            yield start, end
            at = end
        at = max(at, before + 1)


def _reader_of(data: bytes, at: int) -> Callable[[bytes, int], Iterator[Stretch]]:
    head = data[at : at + 12]
    if head.startswith(b"\xff\xd8\xff"):
        return _jpeg
    if head.startswith(PNG):
        return _png
    if head.startswith(b"RIFF") and head.endswith(b"WEBP"):
        return _webp
    return _boxes if head[4:8] == b"ftyp" else _anything


def _number(data: bytes, start: int, length: int, order: str = "big") -> int:
    return int.from_bytes(data[start : start + length], order)  # type: ignore[arg-type]


def _jpeg(data: bytes, at: int) -> Iterator[Stretch]:
    while (found := MARKER.search(data, at)) is not None:
        at = found.end()
        marker = data[at - 1]
        if marker == END:
            yield at, at
            return
        if marker not in (START, STAND_ALONE):
            end = min(at + max(_number(data, at, 2), 2), len(data))
            yield at, end
            at = end
    yield at, len(data)


def _png(data: bytes, at: int) -> Iterator[Stretch]:
    at += len(PNG)
    while at < len(data):
        kind, end = data[at + 4 : at + 8], min(at + 12 + _number(data, at, 4), len(data))
        yield (end, end) if kind in (b"IDAT", b"fdAT") else (at, end)
        at = end
        if kind == b"IEND":
            return


def _webp(data: bytes, at: int) -> Iterator[Stretch]:
    last = min(at + 8 + _number(data, at + 4, 4, "little"), len(data))
    at += 12
    while at < last:
        length = _number(data, at + 4, 4, "little")
        end = min(at + 8 + length + length % 2, last)
        pixels = data[at : at + 4] in (b"VP8 ", b"VP8L", b"ALPH", b"ANMF")
        yield (end, end) if pixels else (at, end)
        at = end


def _boxes(data: bytes, at: int) -> Iterator[Stretch]:
    """ISO 14496-12: HEIC, AVIF and MP4; whatever is no box ends them."""
    while data[at + 4 : at + 8].isalnum():
        length = _number(data, at, 4)
        if length == 1:
            length = _number(data, at + 8, 8)
        end = min(at + length, len(data)) if length >= 8 else len(data)
        yield (end, end) if data[at + 4 : at + 8] == b"mdat" else (at, end)
        at = end


def _anything(data: bytes, at: int) -> Iterator[Stretch]:
    """A trailer, or a GIF, whose comments and pixels lie in pieces of 255 bytes at most."""
    found = EMBEDDED.search(data, at + 1)
    yield at, found.start() if found else len(data)
