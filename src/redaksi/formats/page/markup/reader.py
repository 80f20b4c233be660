"""Reads an article from HTML."""

from __future__ import annotations

import datetime
from collections.abc import Sequence

from redaksi.formats.page.assembling import assemble
from redaksi.formats.page.errors import NoArticleFound, Reason
from redaksi.formats.page.guesses import Hints
from redaksi.formats.page.labels import labelled
from redaksi.formats.page.markup.blocks import Block, blocks_of
from redaksi.formats.page.markup.bodies import Body, Clues, choose_body
from redaksi.formats.page.markup.containers import marked_body
from redaksi.formats.page.markup.flatness import is_flat
from redaksi.formats.page.markup.images import images_within
from redaksi.formats.page.markup.listings import is_feed, is_listing, is_mostly_links
from redaksi.formats.page.markup.metadata import PageHead
from redaksi.formats.page.markup.page_sorting import sort_page
from redaksi.formats.page.markup.parsing import parse
from redaksi.formats.page.markup.pruning import Pruned
from redaksi.formats.page.markup.structured import structured
from redaksi.formats.page.markup.trees import Tree
from redaksi.formats.page.parting import parted
from redaksi.formats.page.reading import PageReading
from redaksi.formats.page.sorting import sort_lines


def read_markup(page: Pruned, *, now: datetime.date) -> PageReading:
    """The article on a page; raises NoArticleFound when there is none."""
    if is_feed(page.html):
        raise NoArticleFound(Reason.LISTING)
    tree = parse(page.html)
    blocks = blocks_of(tree) if tree is not None else []
    if tree is None or not blocks:
        raise NoArticleFound(Reason.NO_TEXT)
    data = structured(page.data)
    head = PageHead(tree, data)
    hints = head.hints(now)
    if marked_body(tree) is None and is_flat(tree, blocks):
        headline = hints.headline.text if hints.headline else None
        parts = sort_lines(labelled(parted(block.text for block in blocks)), headline)
        return assemble(parts, hints, now=now, images=images_within(tree, parts.body))
    body = choose_body(tree, page.html, blocks, Clues(head.about, data.body))
    return _read_around(body, tree, blocks, hints, now)


def _read_around(
    body: Body, tree: Tree, blocks: Sequence[Block], hints: Hints, now: datetime.date
) -> PageReading:
    parts = sort_page(blocks, body.lines, hints.headline.text if hints.headline else None)
    if is_listing(blocks, parts.body, hints):
        raise NoArticleFound(Reason.LISTING)
    images = images_within(tree, parts.body)
    try:
        return assemble(parts, hints, now=now, images=images, body=body.evidence)
    except NoArticleFound as refusal:
        raise (NoArticleFound(Reason.LISTING) if is_mostly_links(blocks) else refusal) from None
