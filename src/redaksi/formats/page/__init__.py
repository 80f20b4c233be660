"""Reads a pasted text or a saved page and proposes the article that is on it."""

from redaksi.formats.page.errors import (
    SIZE_LIMIT,
    BinaryFile,
    EmptyPage,
    NoArticleFound,
    PageError,
    PageTooLarge,
    Reason,
)
from redaksi.formats.page.reader import read_page
from redaksi.formats.page.reading import UNSURE_BELOW, Dropped, Image, PageReading, Repair

__all__ = [
    "SIZE_LIMIT",
    "UNSURE_BELOW",
    "BinaryFile",
    "Dropped",
    "EmptyPage",
    "Image",
    "NoArticleFound",
    "PageError",
    "PageReading",
    "PageTooLarge",
    "Reason",
    "Repair",
    "read_page",
]
