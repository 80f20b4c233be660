"""Walks a tree and gives its text as lines, one for each paragraph, heading, list item or cell."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass

from lxml import etree

from redaksi.formats.page.lines import paragraph_lines, tidy
from redaksi.formats.page.markup.rows import is_data_row, row_text
from redaksi.formats.page.markup.tags import BLOCKS
from redaksi.formats.page.markup.trees import Tree
from redaksi.formats.page.stars import EMPTY, FULL

_SKIPPED_NAMES = """
    head script style noscript template svg iframe object select textarea math
"""
_SKIPPED = frozenset(_SKIPPED_NAMES.split())
MOST_LINKED = 0.4
"""Lines of which more than this part is links are menus and lists of other stories."""
_CHROME_TAGS = frozenset(["nav", "footer", "aside", "form", "button", "menu"])


@dataclass(frozen=True)
class Block:
    """A line of text: the tag around it, whether chrome surrounds it, how much of it is links."""

    text: str
    tag: str
    in_chrome: bool = False
    linked: float = 0.0


def blocks_of(tree: Tree, skip: Collection[Tree] = ()) -> list[Block]:
    """The lines of this part of the page in reading order; stars come as ★ and ☆."""
    return list(_Walk(skip).over(tree))


def outside_menus(blocks: Iterable[Block]) -> list[Block]:
    """The lines that are no menu, list of links or other furniture."""
    return [block for block in blocks if block.linked < MOST_LINKED and not block.in_chrome]


def linked_share(blocks: Collection[Block]) -> float:
    """Which part of the letters is links, 0 to 1."""
    letters = sum(len(block.text) for block in blocks)
    return sum(len(block.text) * block.linked for block in blocks) / max(1, letters)


def is_hidden(element: Tree) -> bool:
    """Whether an element is kept from view, as planted spam is."""
    style = (element.get("style") or "").replace(" ", "").lower()
    return (
        "display:none" in style or "visibility:hidden" in style or element.get("hidden") is not None
    )


class _Walk:
    """One walk over a tree without recursion, so that no depth of nesting can break it."""

    def __init__(self, skip: Collection[Tree]) -> None:
        self._skip = skip
        self._text: list[str] = []
        self._link_text = 0
        self._links = self._chrome = self._pre = 0
        self._tags = ["body"]

    def over(self, tree: Tree) -> Iterator[Block]:
        """Yields the blocks under this element."""
        walk = etree.iterwalk(tree, events=("start", "end"))
        for event, element in walk:
            if event == "start" and self._is_skipped(element, tree):
                walk.skip_subtree()
                self._add(_star(element))
            elif event == "start" and element.tag == "tr" and is_data_row(element):
                walk.skip_subtree()
                yield from self._row(element)
            elif event == "start":
                yield from self._open(element)
            else:
                yield from self._close(element, tree)
        yield from self._flush()

    def _open(self, element: Tree) -> Iterator[Block]:
        tag = element.tag
        if tag in BLOCKS:
            yield from self._flush()
            self._tags.append(tag)
        self._count(tag, 1)
        self._add(_star(element))
        self._add(element.text)

    def _close(self, element: Tree, root: Tree) -> Iterator[Block]:
        tag = element.tag
        if not self._is_skipped(element, root) and not is_data_row(element):
            if tag in BLOCKS:
                yield from self._flush()
                self._tags.pop()
            self._count(tag, -1)
        if element is not root:
            self._add(element.tail or (" " if tag == "a" and _link_follows(element) else None))

    def _row(self, row: Tree) -> Iterator[Block]:
        yield from self._flush()
        self._tags.append("tr")
        self._add(row_text(row))
        yield from self._flush()
        self._tags.pop()

    def _count(self, tag: str, step: int) -> None:
        self._links += step * (tag == "a")
        self._pre += step * (tag == "pre")
        self._chrome += step * (tag in _CHROME_TAGS)

    def _add(self, text: str | None) -> None:
        if text:
            self._text.append(text)
            self._link_text += len(text) if self._links else 0

    def _flush(self) -> Iterator[Block]:
        text = "".join(self._text)
        linked = self._link_text / len(text) if text else 0.0
        self._text, self._link_text = [], 0
        lines = paragraph_lines(text) if self._pre else [tidy(text)]
        for line in lines:
            if line:
                yield Block(line, self._tags[-1], self._chrome > 0, round(linked, 3))

    def _is_skipped(self, element: Tree, root: Tree) -> bool:
        if element is root:
            return False
        tag = element.tag
        if not isinstance(tag, str) or tag in _SKIPPED or element in self._skip:
            return True
        return _star(element) != "" or is_hidden(element)


def _star(element: Tree) -> str:
    """The sign for a star drawn as picture or list item, told by file name or class (Joomla)."""
    if element.tag == "img":
        name = (element.get("src") or "").rsplit("/", 1)[-1].lower()
        if name.startswith("rating_star"):
            return EMPTY if "blank" in name else FULL
    if element.tag == "li":
        classes = (element.get("class") or "").split()
        if "vote-star-empty" in classes:
            return EMPTY
        return FULL if {"vote-star", "vote-star-half"} & set(classes) else ""
    return ""


def _link_follows(element: Tree) -> bool:
    """Whether the next thing after a link is another link, as in menus without spaces."""
    following = element.getnext()
    return following is not None and following.tag == "a"
