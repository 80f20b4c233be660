"""Parses pruned HTML into a tree, whatever state it is in."""

from __future__ import annotations

import re

import lxml.html
from lxml import etree

from redaksi.formats.page.markup.trees import Tree

_INLINE = re.compile(
    r"</?(?:font|b|i|u|em|strong|span|big|small|center|tt|o:p|a)\b[^<>]*>", re.IGNORECASE
)
_ANY_TAG = re.compile(r"<(/?)([a-zA-Z]{1,15})[^<>]*>")
_BLOCK_NAMES = """
    p div br li tr td h1 h2 h3 h4 h5 h6 table ul ol pre blockquote hr
"""
_BLOCKS = frozenset(_BLOCK_NAMES.split())
_NOT_IN_XML = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def parse(html: str) -> Tree | None:
    """The tree of a page, None when there is not even one element.

    libxml2 stops at a depth of 256: a page nested deeper (by tags never closed) is parsed again
    without its inline tags, and failing that as bare lines.
    """
    clean = _NOT_IN_XML.sub(" ", html)
    tree = _tree(clean)
    if tree is not None and _stopped_early(tree):
        tree = _tree(_INLINE.sub("", clean))
    if tree is not None and _stopped_early(tree):
        tree = _tree(f"<pre>{_escaped(without_tags(clean))}</pre>")
    return tree


def without_tags(html: str) -> str:
    """The text of HTML with a line break for each block tag; for when a tree cannot be had."""
    text = _ANY_TAG.sub(lambda tag: "\n" if tag[2].lower() in _BLOCKS else " ", html)
    return text.replace("&nbsp;", " ").replace("&quot;", '"').replace("&amp;", "&")


def _tree(html: str) -> Tree | None:
    parser = lxml.html.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True)
    try:
        tree = lxml.html.document_fromstring(html.encode("utf-8"), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError):
        return None
    tree.set("data-stopped", "1" if _depth_error(parser) else "")
    return tree


def _depth_error(parser: lxml.html.HTMLParser) -> bool:
    return any("xcessive depth" in entry.message for entry in parser.error_log)


def _stopped_early(tree: Tree) -> bool:
    return tree.get("data-stopped") == "1"


def _escaped(text: str) -> str:
    return text.replace("<", "&lt;")
