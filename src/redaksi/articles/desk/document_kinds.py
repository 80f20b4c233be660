"""Looks into a document whether it is of the kind that its name ends in."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from contextlib import suppress
from typing import IO

#: Up to here readers of PDF look for its mark (ISO 32000, Annex H in Adobe's notes).
MARK_OF_PDF_WITHIN = 1024
#: So much of a text is looked at.
LOOKED_AT = 64 * 1024
#: What no text holds: the control characters that neither part lines nor words nor pages.
NEVER_IN_TEXT = frozenset(range(32)) - frozenset(b"\t\n\r\f")


def is_of_kind(file: IO[bytes], kind: str) -> bool:
    """Whether the bytes are what ``kind`` says, for example ``pdf``; the file is put back to 0.

    Of archives the table of contents is read and nothing is unpacked but the few bytes in which an
    OpenDocument file names itself.
    """
    file.seek(0)
    try:
        return KINDS[kind](file)
    finally:
        file.seek(0)


def _is_pdf(file: IO[bytes]) -> bool:
    return b"%PDF-" in file.read(MARK_OF_PDF_WITHIN)


def _is_text(file: IO[bytes]) -> bool:
    start = file.read(LOOKED_AT)
    if start.startswith((b"\xff\xfe", b"\xfe\xff")):
        with suppress(UnicodeDecodeError):
            start = start[: len(start) & ~1].decode("utf-16").encode()
    return NEVER_IN_TEXT.isdisjoint(start)


def _is_zip(file: IO[bytes]) -> bool:
    try:
        with zipfile.ZipFile(file):
            return True
    except zipfile.BadZipFile:
        return False


def _is_ooxml(folder: str) -> Callable[[IO[bytes]], bool]:
    """Office Open XML (ECMA-376): a table of its parts, of which the main ones lie in a folder."""

    def is_it(file: IO[bytes]) -> bool:
        try:
            with zipfile.ZipFile(file) as archive:
                names = archive.namelist()
        except zipfile.BadZipFile:
            return False
        return "[Content_Types].xml" in names and any(name.startswith(folder) for name in names)

    return is_it


def _is_opendocument(kind: bytes) -> Callable[[IO[bytes]], bool]:
    """OpenDocument (ISO/IEC 26300-3): the first file in the archive says what it is."""

    def is_it(file: IO[bytes]) -> bool:
        try:
            with zipfile.ZipFile(file) as archive, archive.open("mimetype") as named:
                return named.read(200).strip() == b"application/vnd.oasis.opendocument." + kind
        except (zipfile.BadZipFile, KeyError, NotImplementedError, RuntimeError):
            return False

    return is_it


KINDS: dict[str, Callable[[IO[bytes]], bool]] = {
    "csv": _is_text,
    "docx": _is_ooxml("word/"),
    "ods": _is_opendocument(b"spreadsheet"),
    "odt": _is_opendocument(b"text"),
    "pdf": _is_pdf,
    "txt": _is_text,
    "xlsx": _is_ooxml("xl/"),
    "zip": _is_zip,
}
