"""Parts what was run together: a pointer to another story behind the end of a paragraph."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

_POINTER = re.compile(
    r"(?<=[.!?”\"]) (?=[(\[]?(?:(?:baca|lihat|simak) juga|read also|also read) ?:)", re.IGNORECASE
)


def parted(lines: Iterable[str]) -> Iterator[str]:
    """The lines, with "Baca juga: ..." behind a sentence put on a line of its own."""
    for line in lines:
        yield from _POINTER.split(line)
