"""Codes bodies in Brotli (RFC 7932), gzip (RFC 1952) and Zstandard (RFC 8878)."""

from __future__ import annotations

import gzip
from dataclasses import dataclass
from enum import Enum

import brotli
import zstandard

Coded = dict[str, bytes]
"""The coded bodies of one page by the ending of their file's name."""

ENDINGS = (".br", ".zst", ".gz")


@dataclass(frozen=True)
class Levels:
    """How hard each compressor works."""

    brotli: int
    gzip: int
    zstandard: int


class Effort(Enum):
    """How much time compressing may take."""

    QUICK = Levels(brotli=4, gzip=4, zstandard=3)
    """Half a millisecond a page: while an editor waits, or a whole archive."""

    # Zstandard's window stays within the 8 MB that RFC 9659 allows on the web up to level 19.
    BEST = Levels(brotli=11, gzip=9, zstandard=19)
    """About 50 ms a page and a sixth smaller: in the background."""


def coded(body: bytes, effort: Effort = Effort.QUICK) -> Coded:
    """Return the body in every coding; the same body and effort give the same bytes."""
    levels = effort.value
    return {
        ".br": brotli.compress(
            body, mode=brotli.MODE_TEXT, quality=levels.brotli, lgwin=_window(body)
        ),
        ".zst": zstandard.ZstdCompressor(level=levels.zstandard).compress(body),
        ".gz": gzip.compress(body, levels.gzip, mtime=0),
    }


def _window(body: bytes) -> int:
    """Return the smallest window that holds all of a page; Brotli reserves memory by it."""
    return min(22, max(10, len(body).bit_length()))


class Torn(ValueError):
    """A coded file does not decode; this never happens to a file the store wrote."""


def decoded(ending: str, data: bytes) -> bytes:
    """Return the body of a file with that ending; raises Torn when it does not decode whole."""
    try:
        if ending == ".br":
            return bytes(brotli.decompress(data))
        if ending == ".gz":
            return gzip.decompress(data)
        return zstandard.ZstdDecompressor().decompressobj().decompress(data)
    except (brotli.error, zstandard.ZstdError, OSError, EOFError) as error:
        raise Torn(f"{ending}: {error}") from error
