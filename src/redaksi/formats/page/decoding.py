"""Turns the bytes of a page into text: mark, HTTP charset, meta charset, UTF-8, windows-1252."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator

from redaksi.formats.page.errors import BinaryFile
from redaksi.formats.page.signatures import binary_kind, utf16_kind

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    # The mark of UTF-16 is the beginning of UTF-32's.
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_CHARSET = re.compile(rb"charset\s{0,9}=\s{0,9}[\"']?\s{0,9}([\w.:-]{2,40})", re.IGNORECASE)
_META_WINDOW = 4096
_WESTERN = frozenset({"iso8859-1", "latin-1", "ascii", "cp1252"})
_UNDEFINED_IN_1252 = {0x81, 0x8D, 0x8F, 0x90, 0x9D}
_READABLE = re.compile(
    r"utf-8|cp125\d|iso8859-\d+|koi8-[ru]|gb2312|gbk|gb18030|big5|euc_jp|shift_jis|cp932|"
    r"iso2022_jp|euc_kr|cp949|mac-roman|tis-620|latin-1|ascii"
)


def decode(data: bytes, content_type: str | None = None) -> str:
    """The text of these bytes; raises BinaryFile when they are not text.

    As browsers do (WHATWG Encoding), iso-8859-1 means windows-1252, and a meta charset of UTF-16
    in bytes that could be read to find it means UTF-8.
    """
    kind = binary_kind(data)
    if kind:
        raise BinaryFile(kind)
    for mark, charset in _MARKS:
        if data.startswith(mark):
            return data[len(mark) :].decode(charset, "replace")
    unmarked = utf16_kind(data)
    if unmarked:
        return data.decode(unmarked, "replace")
    return _first_that_fits(data, _declared(data, content_type))


def _declared(data: bytes, content_type: str | None) -> Iterator[str]:
    for label in (content_type or "").encode("ascii", "ignore"), data[:_META_WINDOW]:
        match = _CHARSET.search(label)
        charset = _known(match[1].decode()) if match else None
        if charset:
            yield charset


def _known(label: str) -> str | None:
    try:
        name = codecs.lookup(label).name
    except (LookupError, ValueError):
        return None
    if name.startswith(("utf-16", "utf-32")):
        return "utf-8"
    return name if _READABLE.fullmatch(name) else None


def _first_that_fits(data: bytes, declared: Iterator[str]) -> str:
    for charset in declared:
        if charset not in _WESTERN:
            text = _strictly(data, charset)
            if text is not None:
                return text
    text = _strictly(data, "utf-8")
    return text if text is not None else _leniently(data)


def _strictly(data: bytes, charset: str) -> str | None:
    try:
        return data.decode(charset)
    except ValueError:
        return None


def _leniently(data: bytes) -> str:
    """Mostly valid UTF-8 stays UTF-8 with marks of loss; everything else is windows-1252."""
    text = data.decode("utf-8", "replace")
    beyond_ascii = sum(char > "\x7f" for char in text)
    if text.count("\ufffd") * 10 < beyond_ascii:
        return text
    return "".join(map(_TO_TEXT.__getitem__, data))


_TO_TEXT = [
    chr(code) if code in _UNDEFINED_IN_1252 else bytes([code]).decode("cp1252")
    for code in range(256)
]
