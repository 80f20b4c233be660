"""Tells by its first bytes that a file is not text at all."""

from __future__ import annotations

import codecs
import re

from redaksi.formats.page.errors import UNKNOWN

_SIGNATURES: tuple[tuple[bytes, str], ...] = (
    (b"\x89PNG\r\n\x1a\n", "png"),
    (b"\xff\xd8\xff", "jpeg"),
    (b"GIF8", "gif"),
    (b"BM", "bmp"),
    (b"II*\x00", "tiff"),
    (b"MM\x00*", "tiff"),
    (b"%PDF-", "pdf"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "doc"),
    (b"{\\rtf", "rtf"),
    (b"\x1f\x8b", "gzip"),
    (b"BZh", "bzip2"),
    (b"\xfd7zXZ\x00", "xz"),
    (b"7z\xbc\xaf\x27\x1c", "7z"),
    (b"Rar!\x1a\x07", "rar"),
    (b"\x7fELF", "elf"),
    (b"bplist00", "webarchive"),
    (b"OggS", "ogg"),
    (b"ID3", "mp3"),
    (b"SQLite format 3\x00", "sqlite"),
)
_NEED_CONTROL_BYTES = frozenset({"bmp", "bzip2", "mp3", "gif"})
_TEXT_MARKS = (codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_MARKUP = re.compile(rb"<(?:!doctype html|html|head|body)\b", re.IGNORECASE)
_LOOK = 1000
_MOST_CONTROLS = 0.02
_CONTROLS = bytes(set(range(32)) - {9, 10, 11, 12, 13, 27})


def binary_kind(data: bytes) -> str | None:
    """The kind of file if it is not text ("png", "docx", "unknown"...), else None.

    UTF-16 counts as text although it is full of NUL bytes.
    """
    if data.startswith(b"PK\x03\x04"):
        return _zip_kind(data)
    if data[:4] == b"RIFF":
        return "webp" if data[8:12] == b"WEBP" else "riff"
    if data[4:8] == b"ftyp":
        return "mp4" if data[8:11] != b"avi" else "avif"
    kind = next((name for magic, name in _SIGNATURES if data.startswith(magic)), None)
    if kind and (kind not in _NEED_CONTROL_BYTES or _has_controls(data)):
        return kind
    return None if _may_be_text(data) else UNKNOWN


def utf16_kind(data: bytes) -> str | None:
    """The byte order of UTF-16 text without a byte order mark, seen from where its NULs stand."""
    sample = data[:4000]
    even, odd = sample[::2].count(0), sample[1::2].count(0)
    half = len(sample) // 2
    if half < 4 or max(even, odd) < 0.5 * half or min(even, odd) > 0.02 * half:
        return None
    return "utf-16-le" if odd > even else "utf-16-be"


def _zip_kind(data: bytes) -> str:
    for mark, kind in ((b"word/", "docx"), (b"xl/", "xlsx"), (b"ppt/", "pptx")):
        if mark in data:
            return kind
    if b"mimetypeapplication/epub" in data[:100]:
        return "epub"
    return "odt" if b"mimetypeapplication/vnd.oasis" in data[:100] else "zip"


def _has_controls(data: bytes) -> bool:
    return len(data.translate(None, _CONTROLS)) < len(data)


def _may_be_text(data: bytes) -> bool:
    if data.startswith(_TEXT_MARKS) or utf16_kind(data):
        return True
    controls = len(data) - len(data.translate(None, _CONTROLS))
    if b"\x00" in data and not _MARKUP.search(data, 0, _LOOK):
        return False
    return controls <= _MOST_CONTROLS * len(data)
