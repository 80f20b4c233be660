"""Sorts the lines of a page around a body that is already known."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from redaksi.formats.page.endings import credit_line
from redaksi.formats.page.headlines import Headline, same_headline
from redaksi.formats.page.labels import Line, labelled
from redaksi.formats.page.markup.blocks import Block
from redaksi.formats.page.parting import parted
from redaksi.formats.page.reading import Dropped
from redaksi.formats.page.sorting import Sorted, sort_known_body
from redaksi.formats.page.whys import Why

_BELOW_BODY = 8
_NEAR_HEADLINE = 3
_SURE = 0.9


def sort_page(blocks: Sequence[Block], body: Sequence[str], headline: str | None) -> Sorted:
    """The page's lines as furniture above and below this body, and the body without its own."""
    parts = Sorted()
    lines = labelled(block.text for block in blocks)
    place = _headline_place(blocks, headline)
    if headline:
        parts.headline = Headline(headline, place, _SURE)
    sort_known_body(labelled(parted(body)), parts)
    start, end = _extent(blocks, parts.body or body, place)
    parts.above = list(_above(blocks, max(place, 0)))
    parts.below_headline = [block.text for block in blocks[place + 1 : max(start, place + 1)]]
    parts.furniture += [(line, 0) for line in lines[max(place, 0) : end + _BELOW_BODY] if line.why]
    _credit_below(lines[end : end + _BELOW_BODY], parts)
    parts.dropped += _left_out(lines, parts)
    return parts


def _headline_place(blocks: Sequence[Block], headline: str | None) -> int:
    """Where the headline stands, best as a heading; -1 when it is nowhere."""
    same = [i for i, b in enumerate(blocks) if headline and same_headline(b.text, headline)]
    headings = [i for i in same if blocks[i].tag in ("h1", "h2", "h3")]
    return next(iter(headings or same), -1)


def _extent(blocks: Sequence[Block], body: Sequence[str], headline: int) -> tuple[int, int]:
    """The places of the first line of the body and after its last."""
    texts = set(body)
    inside = [i for i, b in enumerate(blocks) if i > headline and b.text in texts]
    return (inside[0], inside[-1] + 1) if inside else (headline + 1, headline + 1)


def _above(blocks: Sequence[Block], headline: int) -> Iterator[str]:
    """The lines above the headline that are no menu entries, and a lone link right above it."""
    for place, block in enumerate(blocks[:headline]):
        is_menu = block.in_chrome or block.linked >= _SURE
        follows_link = place > 0 and blocks[place - 1].linked >= _SURE
        if not is_menu or (place >= headline - _NEAR_HEADLINE and not follows_link):
            yield block.text


def _credit_below(lines: Sequence[Line], parts: Sorted) -> None:
    """A credit that stands outside the body, if it is one beyond doubt."""
    for line in lines:
        credit = credit_line(line.text)
        if credit and credit.confidence >= _SURE and not parts.credit:
            parts.credit = credit


def _left_out(lines: Sequence[Line], parts: Sorted) -> Iterator[Dropped]:
    """Each line of the page that is neither in the body nor listed yet, furniture first."""
    seen = {*parts.body, *(item.text for item in parts.dropped)}
    seen |= {parts.headline.text} if parts.headline else set()
    rest = dict.fromkeys(line for line in lines if line.text not in seen)
    for line in sorted(rest, key=lambda line: line.why is None):
        yield Dropped(line.text, line.why or Why.OUTSIDE)
