"""Lists the pictures that stand between the paragraphs of a body."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from itertools import islice

from lxml import etree

from redaksi.formats.page.lines import tidy
from redaksi.formats.page.markup.trees import Tree
from redaksi.formats.page.reading import Image

_MOST = 50
_LAZY = ("data-src", "data-lazy-src", "data-original", "src")
_FURNITURE = (
    "rating_star",
    "spacer",
    "pixel",
    "emailbutton",
    "printbutton",
    "pdf_button",
    "blank.gif",
    "logo",
)
_LONGEST = 2000


def images_within(tree: Tree, body: Collection[str]) -> tuple[Image, ...]:
    """The pictures in the <article>, or the smallest element, that holds the paragraphs."""
    area = _area(tree, set(body))
    if area is None:
        return ()
    found = (image for element in area.iter("img") if (image := _image(element)))
    return tuple(islice(dict.fromkeys(found), _MOST))


def _area(tree: Tree, body: set[str]) -> Tree | None:
    holders = [e for e in tree.iter("p", "div", "td", "li", "pre", "h2", "h3") if _own(e) in body]
    if not holders:
        return None
    shared = set(_ancestors(holders[-1]))
    area = next((e for e in _ancestors(holders[0]) if e in shared), None)
    return (
        next((e for e in _ancestors(area) if e.tag == "article"), area)
        if area is not None
        else None
    )


def _own(element: Tree) -> str:
    """The text of an element that is short enough to be a paragraph."""
    parts: list[str] = []
    length = 0
    for text in element.itertext():
        parts.append(str(text))
        length += len(text)
        if length > _LONGEST:
            return ""
    return tidy("".join(parts))


def _ancestors(element: Tree) -> Iterator[etree._Element]:
    yield element
    yield from element.iterancestors()


def _image(element: Tree) -> Image | None:
    src = next((element.get(name) for name in _LAZY if element.get(name)), "") or ""
    if not src or src.startswith("data:") or any(word in src.lower() for word in _FURNITURE):
        return None
    if element.get("width") in ("0", "1") or element.get("height") in ("0", "1"):
        return None
    return Image(src[:_LONGEST], tidy(element.get("alt") or ""))
