"""Knows which addresses the store holds and which file of the tree each one is."""

from __future__ import annotations

import re
from functools import lru_cache

HOME = "index.html"
ERROR_STATUSES = (404, 413, 503)
RESERVED = frozenset({HOME, *(f"{status}.html" for status in ERROR_STATUSES)})
STATIC = "statis"
MEDIA = "media"
DOCUMENTS = "documents"
FILES_AS_THEY_ARE = (MEDIA, DOCUMENTS)
PLACES = (*FILES_AS_THEY_ARE, STATIC)
"""Folders of the tree that hold no pages."""

LONGEST_ADDRESS = 1000
LONGEST_NAME = 255
LONGEST_ENDING = ".410.html.zst"
CODED = (".br", ".gz", ".zst")
ENDINGS_OF_OURS = (*CODED, ".301", ".410", ".tmp", ".html")
"""What the store itself puts at the end of a name; an address with it could be two files."""

_ADDRESS = re.compile(r"(?:/[A-Za-z0-9][A-Za-z0-9._~-]*)+/?")
# Cameras and uploads make names that begin with "_" or "-".
_FILE_ADDRESS = re.compile(r"(?:/[A-Za-z0-9_-][A-Za-z0-9._~-]*)+")
_EXTENSION = re.compile(r".+\.[A-Za-z0-9]+")


class BadAddress(ValueError):
    """No page or file can be stored at this address."""


@lru_cache(maxsize=10_000)
def file_name(address: str) -> str:
    """Return the name of the file of an address with status 200, relative to the tree.

    ``/ekonomi/harga/`` is ``ekonomi/harga.html``, ``/umpan.xml`` is ``umpan.xml`` and ``/`` is
    ``index.html``; a page's file is there only with a coding's ending. Names of media, documents
    and static files are their addresses. No two addresses share a file of any status.
    Raises BadAddress for every other address.
    """
    if address == "/":
        return HOME
    if len(address) > LONGEST_ADDRESS:
        raise BadAddress(f"longer than {LONGEST_ADDRESS} bytes: {address[:60]!r}...")
    place = address[1:].partition("/")[0]
    if place in PLACES and address.count("/") > 1 and address != f"/{place}/":
        return _name_in(place, address)
    return _name_of_page(address)


def page_name(address: str) -> str:
    """Return ``file_name`` of a page's address; raises BadAddress in the folders of files."""
    name = file_name(address)
    if name.partition("/")[0] in PLACES and "/" in name:
        raise BadAddress(f"only files lie there: {address!r}")
    return name


def name_with_status(name: str, status: int) -> str:
    """Return the file name of the same address for status 200, 301 or 410."""
    if status == 200:
        return name
    return name.removesuffix(".html") + (".301" if status == 301 else ".410.html")


def address_of(name: str) -> tuple[str, int] | None:
    """Return address and status of a page's file name without its coding's ending, or None.

    The inverse of ``name_with_status(page_name(address), status)``.
    """
    for status, ending in ((301, ".301"), (410, ".410.html"), (200, ".html")):
        if name.endswith(ending):
            return _checked(_address_of_stem(name.removesuffix(ending)), name, status)
    return _checked(f"/{name}", name, 200)


def _address_of_stem(stem: str) -> str:
    if stem == "index":
        return "/"
    return f"/{stem}" if "." in stem.rpartition("/")[2] else f"/{stem}/"


def _checked(address: str, name: str, status: int) -> tuple[str, int] | None:
    try:
        back = name_with_status(page_name(address), status)
    except BadAddress:
        return None
    return (address, status) if back == name else None


def _name_of_page(address: str) -> str:
    if _ADDRESS.fullmatch(address) is None:
        raise BadAddress(f"not an address: {address[:60]!r}")
    *folders, last = address[1:].removesuffix("/").split("/")
    _refuse_endings(address, [*folders, last], ENDINGS_OF_OURS)
    _refuse_long(address, folders, last + LONGEST_ENDING)
    if address.endswith("/"):
        # "/umpan.xml/" would share the files of "/umpan.xml" for other statuses.
        if "." in last:
            raise BadAddress(f"a page's last part has no dot: {address!r}")
        name = f"{address[1:-1]}.html"
        if name in RESERVED:
            raise BadAddress(f"kept for the store: {address!r}")
        return name
    if _EXTENSION.fullmatch(last) is None:
        raise BadAddress(f"neither ends in a slash nor has an extension: {address!r}")
    return address[1:]


def _name_in(place: str, address: str) -> str:
    if _FILE_ADDRESS.fullmatch(address) is None:
        raise BadAddress(f"not a file's address: {address[:60]!r}")
    *folders, last = address[1:].split("/")
    if place == STATIC:
        _refuse_endings(address, [last], CODED)
        last += max(CODED, key=len)
    _refuse_long(address, folders, last)
    return address[1:]


def _refuse_endings(address: str, parts: list[str], endings: tuple[str, ...]) -> None:
    if any(part.lower().endswith(endings) for part in parts):
        raise BadAddress(f"has an ending that the store uses itself: {address!r}")


def _refuse_long(address: str, folders: list[str], last: str) -> None:
    if any(len(part) > LONGEST_NAME for part in (*folders, last)):
        raise BadAddress(f"a part is longer than {LONGEST_NAME} bytes: {address[:60]!r}...")
