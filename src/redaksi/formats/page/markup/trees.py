"""Small questions to a parsed page."""

from __future__ import annotations

from typing import TypeAlias

from lxml import etree

Tree: TypeAlias = etree._Element


def elements(tree: Tree, places: str) -> list[Tree]:
    """The elements that this XPath finds, in document order."""
    found = tree.xpath(places)
    return [e for e in found if isinstance(e, etree._Element)] if isinstance(found, list) else []


def text_of(element: Tree) -> str:
    """All text inside an element, as it stands."""
    return "".join(str(text) for text in element.itertext())
