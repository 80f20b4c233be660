"""Reads an article from HTML."""

from __future__ import annotations

import datetime

from redaksi.formats.page.assembling import assemble
from redaksi.formats.page.errors import NoArticleFound, Reason
from redaksi.formats.page.labels import labelled
from redaksi.formats.page.markup.blocks import blocks_of
from redaksi.formats.page.markup.bodies import choose_body
from redaksi.formats.page.markup.flatness import is_flat
from redaksi.formats.page.markup.images import images_within
from redaksi.formats.page.markup.metadata import PageHead
from redaksi.formats.page.markup.page_sorting import sort_page
from redaksi.formats.page.markup.parsing import parse
from redaksi.formats.page.markup.pruning import prune
from redaksi.formats.page.markup.structured import structured
from redaksi.formats.page.reading import PageReading
from redaksi.formats.page.sorting import sort_lines


def read_markup(html: str, *, now: datetime.date) -> PageReading:
    """The article on a page; raises NoArticleFound when there is none."""
    pruned = prune(html)
    tree = parse(pruned.html)
    blocks = blocks_of(tree) if tree is not None else []
    if tree is None or not blocks:
        raise NoArticleFound(Reason.NO_TEXT)
    hints = PageHead(tree, structured(pruned.data)).hints(now)
    headline = hints.headline.text if hints.headline else None
    if is_flat(tree, blocks):
        parts = sort_lines(labelled(block.text for block in blocks), headline)
        return assemble(parts, hints, now=now, images=images_within(tree, parts.body))
    body = choose_body(tree, pruned.html, blocks)
    parts = sort_page(blocks, body.lines, headline)
    images = images_within(tree, parts.body)
    return assemble(parts, hints, now=now, images=images, body=body.evidence)
