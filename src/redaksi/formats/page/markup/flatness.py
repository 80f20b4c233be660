"""Tells pages that are bare text in a few tags from pages with menus and side columns."""

from __future__ import annotations

from collections.abc import Sequence

from redaksi.formats.page.markup.blocks import Block
from redaksi.formats.page.markup.trees import Tree

_STRUCTURE_NAMES = """
    nav header footer aside article main section h1 form
"""
_STRUCTURE = frozenset(_STRUCTURE_NAMES.split())
_MOST_BOXES = 12
_MOST_LINKED = 0.12


def is_flat(tree: Tree, blocks: Sequence[Block]) -> bool:
    """Whether a page is as good as plain text: hardly any boxes, hardly any links."""
    boxes = sum(element.tag in ("div", "td") for element in tree.iter("div", "td"))
    structured = next(tree.iter(*_STRUCTURE), None) is not None
    letters = sum(len(block.text) for block in blocks)
    linked = sum(len(block.text) * block.linked for block in blocks)
    few_links = linked <= _MOST_LINKED * max(1, letters)
    return few_links and not structured and boxes <= _MOST_BOXES
