"""The text of a story as statements see it: its paragraphs' plain words, and where each stands."""

from __future__ import annotations

import hashlib
import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from html import unescape
from typing import Any

from redaksi.articles.models import Article
from redaksi.statements.folding import Folded, fold
from redaksi.statements.names import key_of_words

PIECE = re.compile(
    r"""(?P<tag></?(?P<name>[a-zA-Z][a-zA-Z0-9]*)[^<>"]*(?:"[^"]*"[^<>"]*)*>)"""
    r"""|(?P<sign>&(?:\#[0-9]+|\#[xX][0-9a-fA-F]+|[a-zA-Z][a-zA-Z0-9]*);)"""
    r"""|(?P<words>[^<&]+|[<&])"""
)
#: Tags at which a line ends.
BREAKS = {"p", "br", "li", "ul", "ol", "h2", "h3"}
BETWEEN = "\n\n"


@dataclass(frozen=True)
class Piece:
    """Words, one sign, or a tag of HTML; ``start`` and ``end`` are offsets in the HTML."""

    text: str
    start: int
    end: int
    tag: str = ""
    """The tag's name, with a slash before it where it closes; empty for words."""

    is_sign: bool = False


def pieces_of(html: str) -> Iterator[Piece]:
    """Take cleaned HTML apart; the texts of its pieces together are its plain words."""
    for found in PIECE.finditer(html):
        start, end = found.span()
        if found["tag"]:
            name = found["name"].lower()
            slash = "/" if found[0].startswith("</") else ""
            ends_line = name in BREAKS and (slash or name == "br")
            yield Piece("\n" if ends_line else "", start, end, slash + name)
        elif found["sign"]:
            yield Piece(unescape(found[0]), start, end, is_sign=True)
        else:
            yield Piece(found[0], start, end)


def plain_words(html: str) -> str:
    """Return the words of cleaned HTML, a line for each paragraph."""
    return "".join(piece.text for piece in pieces_of(html))


@dataclass(frozen=True)
class Passage:
    """The words of one block of a text; ``start`` is their offset in the whole."""

    block: str
    text: str
    start: int

    @property
    def end(self) -> int:
        """Where it ends in the whole."""
        return self.start + len(self.text)


class Text:
    """The paragraphs of a story as one text."""

    def __init__(self, blocks: Iterable[tuple[str, str]]) -> None:
        """Take the blocks' names and plain words, in order."""
        passages: list[Passage] = []
        at = 0
        for block, words in blocks:
            passages.append(Passage(block, words, at))
            at += len(words) + len(BETWEEN)
        self.passages = tuple(passages)
        self._starts = [passage.start for passage in passages]

    @cached_property
    def whole(self) -> str:
        """All of it."""
        return BETWEEN.join(passage.text for passage in self.passages)

    @cached_property
    def folded(self) -> Folded:
        """The whole with its typography levelled."""
        return fold(self.whole)

    def passage_at(self, offset: int) -> Passage:
        """Return the passage in which an offset of the whole lies."""
        return self.passages[bisect_right(self._starts, offset) - 1]

    def offset_of(self, block: str, start: int) -> int | None:
        """Return the offset in the whole of one in a block; None if there is no such block."""
        for passage in self.passages:
            if passage.block == block:
                return passage.start + start
        return None

    @cached_property
    def mark(self) -> str:
        """A mark that another text does not have."""
        return hashlib.blake2b(self.whole.encode(), digest_size=8).hexdigest()

    def tells(self, words: str) -> bool:
        """Whether the words stand in it, however they are spelt."""
        wanted = key_of_words(words)
        return bool(wanted) and f" {wanted} " in self._key

    @cached_property
    def _key(self) -> str:
        return f" {key_of_words(self.whole)} "


def text_of_body(body: Iterable[Any]) -> Text:
    """Return the text of a story's body, given as the raw data of its stream."""
    return Text(_paragraphs(body))


def newest_text(article: Article) -> Text:
    """Return the text of the newest version of a story, which its editor shows."""
    revision: Any = article.latest_revision
    if revision is None:
        return text_of_body(article.body.raw_data)
    raw = revision.content.get("body") or "[]"
    return text_of_body(Article.body.field.to_python(raw).raw_data)


def _paragraphs(body: Iterable[Any]) -> Iterator[tuple[str, str]]:
    for at, block in enumerate(body):
        if block["type"] == "paragraph":
            yield block.get("id") or f"#{at}", plain_words(str(block["value"] or ""))
