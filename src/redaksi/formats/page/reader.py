"""Reads whatever was pasted or saved: decides between text and HTML, and keeps to the limits."""

from __future__ import annotations

import datetime
import re

from redaksi.formats.page.decoding import decode
from redaksi.formats.page.errors import (
    SIZE_LIMIT,
    SIZE_LIMIT_WITH_SCRIPTS,
    UNKNOWN,
    BinaryFile,
    EmptyPage,
    PageTooLarge,
)
from redaksi.formats.page.markup.in_time import read_markup_in_time
from redaksi.formats.page.markup.pruning import prune
from redaksi.formats.page.mhtml import unpacked
from redaksi.formats.page.reading import PageReading
from redaksi.formats.page.text_reader import read_text

_TAG = re.compile(
    r"<(?:!doctype|html|head|body|p|div|br|span|table|tr|td|h[1-6]|article|section|ul|ol|li|pre"
    r"|b|i|strong|em|a|font|blockquote|meta|title|img|main|script)\b[^<>]{0,2000}/?>",
    re.IGNORECASE,
)


def read_page(
    data: bytes | str, *, content_type: str | None = None, now: datetime.date | None = None
) -> PageReading:
    """The article proposed from a page.

    `data` is plain text, HTML, or a page saved as MHTML, at most 2 MB without its scripts;
    `content_type` is an HTTP Content-Type where one is known. Dates after `now` (default today)
    are not believed. Raises EmptyPage, PageTooLarge, BinaryFile or NoArticleFound, nothing else.
    """
    today = now or datetime.date.today()
    _check_size(data, SIZE_LIMIT_WITH_SCRIPTS)
    text, kind = _text(data, content_type)
    if not text.strip().strip("\ufeff"):
        raise EmptyPage
    if not _is_markup(text, kind):
        _check_size(text, SIZE_LIMIT)
        return read_text(text, now=today)
    pruned = prune(text)
    _check_size(pruned.html, SIZE_LIMIT)
    return read_markup_in_time(pruned, now=today)


def _check_size(data: bytes | str, limit: int) -> None:
    size = len(data) if isinstance(data, bytes) else len(data.encode("utf-8", "surrogatepass"))
    if size > limit:
        raise PageTooLarge(size, SIZE_LIMIT)


def _text(data: bytes | str, content_type: str | None) -> tuple[str, str]:
    """The text of a page and its media type, empty where none is known."""
    kind = (content_type or "").partition(";")[0].strip().lower()
    if isinstance(data, bytes):
        page = unpacked(data)
        return (page, "text/html") if page is not None else (decode(data, content_type), kind)
    if "\x00" in data:
        raise BinaryFile(UNKNOWN)
    return data, kind


def _is_markup(text: str, kind: str) -> bool:
    if kind in ("text/html", "application/xhtml+xml"):
        return True
    return kind != "text/plain" and bool(_TAG.search(text))
