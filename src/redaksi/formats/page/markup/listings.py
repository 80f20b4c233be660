"""Recognises pages that list stories instead of telling one: fronts, section pages, feeds."""

from __future__ import annotations

import re
from collections.abc import Sequence

from redaksi.formats.page.guesses import Hints
from redaksi.formats.page.markup.blocks import Block, linked_share
from redaksi.formats.page.prose import stems

_FEED = re.compile(
    r"\s*(?:<\?[^<>]{0,300}>\s*){0,5}<(?:rss|feed|rdf:rdf|urlset|opml)\b", re.IGNORECASE
)
_HEADINGS = frozenset({"h2", "h3", "h4", "li", "div", "td", "p"})
_MANY_LINKS, _SOME_TEASERS, _TITLE_WORDS = 40, 3, 4
_MOSTLY_LINKS, _ONLY_LINKS = 0.5, 0.9
_LITTLE_TEXT, _ON_THE_SUBJECT = 200, 0.34


def is_feed(html: str) -> bool:
    """Whether this is a feed or site map rather than a page."""
    return bool(_FEED.match(html[:2000]))


def is_listing(blocks: Sequence[Block], body: Sequence[str], hints: Hints) -> bool:
    """Whether a page is a list of stories; never where it gives the date of its one story."""
    if hints.published or _is_on_its_subject(body, hints):
        return False
    return _is_all_links(blocks, body) or _has_teasers(blocks, body)


def is_mostly_links(blocks: Sequence[Block]) -> bool:
    """Whether more than half of the letters of a page are links."""
    return linked_share(blocks) > _MOSTLY_LINKS


def _is_on_its_subject(body: Sequence[str], hints: Hints) -> bool:
    """Whether the text takes up the words of the headline."""
    about = stems(hints.headline.text) if hints.headline else set()
    return bool(about) and len(about & stems(" ".join(body))) > _ON_THE_SUBJECT * len(about)


def _is_all_links(blocks: Sequence[Block], body: Sequence[str]) -> bool:
    links = sum(block.linked >= _ONLY_LINKS for block in blocks)
    little = sum(map(len, body)) < _LITTLE_TEXT
    return links >= _MANY_LINKS and little and is_mostly_links(blocks)


def _has_teasers(blocks: Sequence[Block], body: Sequence[str]) -> bool:
    """Whether linked titles stand between the paragraphs, each with its own sentence or two."""
    texts = set(body)
    kinds = "".join(
        "b" if block.text in texts else "t" if _is_title(block) else "" for block in blocks
    )
    return len(re.findall(r"t+b", kinds)) >= _SOME_TEASERS and kinds.count("bbb") == 0


def _is_title(block: Block) -> bool:
    linked = block.linked >= _ONLY_LINKS and block.tag in _HEADINGS
    return linked and block.text.count(" ") >= _TITLE_WORDS - 1
