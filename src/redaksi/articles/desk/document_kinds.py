"""Looks into a document whether it is of the kind that its name ends in."""

from __future__ import annotations

import codecs
import struct
import zipfile
import zlib
from collections.abc import Callable
from functools import partial
from typing import IO

#: Up to here readers of PDF look for its mark (ISO 32000, Annex H in Adobe's notes).
MARK_OF_PDF_WITHIN = 1024
#: So much of a text is looked at.
LOOKED_AT = 64 * 1024
#: What no text holds: the control characters that neither part lines nor words nor pages.
NEVER_IN_TEXT = frozenset(range(32)) - frozenset(b"\t\n\r\f")


#: What the standard library raises over archives and texts that are damaged or made to harm.
UNREADABLE = (
    zipfile.BadZipFile, zlib.error, struct.error, EOFError,
    LookupError, NotImplementedError, RuntimeError, ValueError,
)  # fmt: skip


def is_of_kind(file: IO[bytes], kind: str) -> bool:
    """Whether the bytes are what ``kind`` says, for example ``pdf``; the file is put back to 0.

    Of archives the table of contents is read and nothing is unpacked but the few bytes in which an
    OpenDocument file names itself. What cannot be read is of no kind.
    """
    looks_right = KINDS[kind]
    file.seek(0)
    try:
        return looks_right(file)
    except UNREADABLE:
        return False
    finally:
        file.seek(0)


def _is_pdf(file: IO[bytes]) -> bool:
    return b"%PDF-" in file.read(MARK_OF_PDF_WITHIN)


def _is_text(file: IO[bytes]) -> bool:
    start = file.read(LOOKED_AT)
    if start.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        # Step by step, because the last character may be cut.
        start = codecs.getincrementaldecoder("utf-16")().decode(start).encode()
    return NEVER_IN_TEXT.isdisjoint(start)


def _is_zip(file: IO[bytes]) -> bool:
    with zipfile.ZipFile(file):
        return True


def _is_ooxml(file: IO[bytes], folder: str) -> bool:
    """Office Open XML (ECMA-376): a table of its parts, of which the main ones lie in a folder."""
    with zipfile.ZipFile(file) as archive:
        names = archive.namelist()
    return "[Content_Types].xml" in names and any(name.startswith(folder) for name in names)


def _is_opendocument(file: IO[bytes], kind: bytes) -> bool:
    """OpenDocument (ISO/IEC 26300-3): the first file in the archive says what it is."""
    with zipfile.ZipFile(file) as archive, archive.open("mimetype") as named:
        return named.read(200).strip() == b"application/vnd.oasis.opendocument." + kind


KINDS: dict[str, Callable[[IO[bytes]], bool]] = {
    "csv": _is_text,
    "docx": partial(_is_ooxml, folder="word/"),
    "ods": partial(_is_opendocument, kind=b"spreadsheet"),
    "odt": partial(_is_opendocument, kind=b"text"),
    "pdf": _is_pdf,
    "txt": _is_text,
    "xlsx": partial(_is_ooxml, folder="xl/"),
    "zip": _is_zip,
}
