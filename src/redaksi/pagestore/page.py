"""One finished answer, as the press hands it to the store."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass

from redaksi.pagestore.addresses import DOCUMENTS, MEDIA, file_name

STATUSES = (200, 301, 410)
FILE_TAG = "file:"
DOCUMENT_TAG = "document:"

_TARGET = re.compile(r"/(?!/)[\x21-\x7e]*")


@dataclass(frozen=True)
class Page:
    """What readers get at one address."""

    address: str
    body: bytes = b""
    """The body as it is, without a coding; empty with status 301."""

    status: int = 200
    location: str = ""
    """With status 301: a path of this site, percent-encoded."""

    tags: frozenset[str] = frozenset()
    """What the page was made of; it is wanted anew when one of them changes."""

    files: frozenset[str] = frozenset()
    """Media files the page shows: names below the private media folder and below ``/media/``."""

    documents: frozenset[tuple[str, str]] = frozenset()
    """Documents the page offers: (name below ``/documents/``, name in the media folder)."""

    def __post_init__(self) -> None:
        """Refuse what no reader could be sent."""
        if self.status not in STATUSES:
            raise ValueError(f"a page's status is one of {STATUSES}, not {self.status}")
        if (self.status == 301) != bool(self.location) or (self.location and self.body):
            raise ValueError("a location and no body belong to status 301 and only to it")
        if self.location and _TARGET.fullmatch(self.location) is None:
            raise ValueError(f"not a path of this site: {self.location!r}")

    @property
    def digest(self) -> bytes:
        """16 bytes that differ when what readers get differs."""
        head = f"{self.status} {self.location}\n".encode()
        return hashlib.blake2b(head + self.body, digest_size=16).digest()

    @property
    def all_tags(self) -> frozenset[str]:
        """The tags, and one for each file and document."""
        return self.tags.union(
            (FILE_TAG + name for name in self.files),
            (DOCUMENT_TAG + name for name, _private in self.documents),
        )

    @property
    def releases(self) -> dict[str, str]:
        """Private file of each file the page shows, by its name in the tree.

        Raises BadAddress when a name could not be an address.
        """
        return released_names(self.files, self.documents)


def released_names(
    files: frozenset[str], documents: frozenset[tuple[str, str]] = frozenset()
) -> dict[str, str]:
    """Return the private name of each file by its name in the tree; raises BadAddress."""
    media = {file_name(f"/{MEDIA}/{name}"): name for name in files}
    return media | {file_name(f"/{DOCUMENTS}/{name}"): private for name, private in documents}


def name_of_tag(tag: str) -> str | None:
    """Return the name in the tree of the file that a tag is about, None for another tag."""
    for start, place in ((FILE_TAG, MEDIA), (DOCUMENT_TAG, DOCUMENTS)):
        if tag.startswith(start):
            return f"{place}/{tag.removeprefix(start)}"
    return None


def tag_of_name(name: str) -> str:
    """Return the tag of a media file or document by its name in the tree."""
    place, _slash, rest = name.partition("/")
    return (FILE_TAG if place == MEDIA else DOCUMENT_TAG) + rest
