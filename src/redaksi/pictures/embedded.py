"""Reads the words that photographers and agencies write into their files."""

from __future__ import annotations

import contextlib
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields, replace

from PIL import Image, ImageFile, IptcImagePlugin

from redaksi.pictures.xmp import xmp_words

LONGEST = {
    "caption": 2000,
    "alt_text": 300,
    "credit_line": 200,
    "copyright_notice": 300,
    "usage_terms": 1000,
}
"""Characters kept of each word field, no more than the picture's own fields take."""

IIM_DATASETS = {
    (2, 120): "caption",
    (2, 110): "credit_line",
    (2, 116): "copyright_notice",
    (2, 80): "byline",
}
"""IPTC Information Interchange Model 4.2, record and dataset."""

EXIF_TAGS = {0x010E: "caption", 0x8298: "copyright_notice", 0x013B: "byline"}
"""Exif 2.32: ImageDescription, Copyright and Artist."""

CAMERA_CAPTION = re.compile(
    r"\s*(olympus digital camera|sony dsc|dcim.*|.*digital still camera|default|untitled|dav|hdr"
    r"|img_\d+.*|screenshot)\s*",
    re.IGNORECASE,
)
"""What cameras write into the description of every picture."""


@dataclass(frozen=True)
class EmbeddedWords:
    """The words found in an image; empty where there were none."""

    caption: str = ""
    alt_text: str = ""
    credit_line: str = ""
    copyright_notice: str = ""
    usage_terms: str = ""

    def found(self) -> dict[str, str]:
        """Return the words that are not empty, by the name of the picture's field."""
        every = {field.name: getattr(self, field.name) for field in fields(self)}
        return {name: words for name, words in every.items() if words}


def words_in(image: Image.Image) -> EmbeddedWords:
    """Read XMP, then IPTC IIM, then Exif; the first that has a word gives it.

    The photographer stands in for a credit line that is missing. Damaged metadata is passed over.
    """
    found: dict[str, str] = {}
    for read in (_from_xmp, _from_iim, _from_exif):
        for name, words in _read_safely(read, image).items():
            found.setdefault(name, words)
    byline = found.pop("byline", "")
    return _tidy(EmbeddedWords(**{"credit_line": byline, **found}))


def _read_safely(
    read: Callable[[Image.Image], Mapping[str, str]], image: Image.Image
) -> Mapping[str, str]:
    # Metadata comes from anywhere; whatever is wrong with it, the picture itself may be fine.
    with contextlib.suppress(Exception):
        return {name: words for name, words in read(image).items() if words.strip(" \0\r\n\t")}
    return {}


def _from_xmp(image: Image.Image) -> Mapping[str, str]:
    packet = image.info.get("xmp") or image.info.get("XML:com.adobe.xmp") or b""
    return xmp_words(packet.encode() if isinstance(packet, str) else packet)


def _from_iim(image: Image.Image) -> Mapping[str, str]:
    if not isinstance(image, ImageFile.ImageFile):
        return {}
    datasets = IptcImagePlugin.getiptcinfo(image) or {}
    found = {}
    for key, name in IIM_DATASETS.items():
        value = datasets.get(key, b"")
        found[name] = _as_text(value[0] if isinstance(value, list) else value)
    return found


def _from_exif(image: Image.Image) -> Mapping[str, str]:
    exif = image.getexif()
    return {name: _as_text(exif.get(tag, "")) for tag, name in EXIF_TAGS.items()}


def _as_text(value: object) -> str:
    if isinstance(value, str):
        # Pillow reads Exif as Latin-1; most programs write UTF-8 into it.
        value = value.encode("latin-1") if value.isascii() is False else value.encode()
    if not isinstance(value, bytes):
        return ""
    try:
        return value.decode("utf-8")
    except UnicodeDecodeError:
        return value.decode("cp1252", errors="replace")


def _tidy(words: EmbeddedWords) -> EmbeddedWords:
    tidied = {name: _one_line(text)[: LONGEST[name]] for name, text in words.found().items()}
    if CAMERA_CAPTION.fullmatch(tidied.get("caption", "")):
        tidied["caption"] = ""
    return replace(words, **tidied)


def _one_line(text: str) -> str:
    printable = "".join(mark if mark.isprintable() else " " for mark in text)
    return " ".join(printable.split())
