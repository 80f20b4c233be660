"""Recognises the rows of figures in a table, which are read as one line each."""

from __future__ import annotations

from itertools import islice

from redaksi.formats.page.markup.tags import BLOCKS
from redaksi.formats.page.markup.trees import Tree, text_of

_CELLS = (3, 30)
_INNER = 6


def is_data_row(element: Tree) -> bool:
    """Whether this is a row of figures: three or more plain cells, as many as in the next row."""
    if element.tag != "tr" or not _CELLS[0] <= len(element) <= _CELLS[1]:
        return False
    beside = element.getnext() if element.getnext() is not None else element.getprevious()
    if beside is None or len(beside) != len(element):
        return False
    plain = all(cell.tag in ("td", "th") and _is_plain(cell) for cell in element)
    return plain and any(text_of(cell).strip() for cell in element)


def _is_plain(cell: Tree) -> bool:
    inner = list(islice(cell.iter(), _INNER + 1))
    return len(inner) <= _INNER and not any(e.tag in BLOCKS for e in inner[1:])


def row_text(row: Tree) -> str:
    """The cells of a row, parted by blanks."""
    return " ".join(text_of(cell) for cell in row)
