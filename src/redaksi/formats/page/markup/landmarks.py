"""Finds the body where a page says in HTML what its article is: article, main, articleBody."""

from __future__ import annotations

from redaksi.formats.page.markup.blocks import Block, blocks_of, linked_share, outside_menus
from redaksi.formats.page.markup.trees import Tree, elements
from redaksi.formats.page.prose import is_prose

_NOT_IN = " or ".join(f"ancestor::{tag}" for tag in ("aside", "nav", "form", "footer"))
_LANDMARKS = (
    "//*[self::article or self::main or contains(concat(' ', @itemprop, ' '), ' articleBody ')]"
    f"[not({_NOT_IN})]"
)
_MOST_LINKED_TOGETHER = 0.35
#: An element inside another is nearer to the article when it holds this part of its running text.
_NEARLY_ALL = 0.95


def by_landmarks(tree: Tree) -> list[str]:
    """The lines of the element with the most running text; none on a page without landmarks."""
    best: list[Block] = []
    most = 1.0
    for element in elements(tree, _LANDMARKS):
        blocks = blocks_of(element)
        if linked_share(blocks) > _MOST_LINKED_TOGETHER:
            continue
        own = outside_menus(blocks)
        running = sum(len(block.text) for block in own if is_prose(block.text))
        if running >= _NEARLY_ALL * most:
            best, most = own, max(running, most)
    return [block.text for block in best]
