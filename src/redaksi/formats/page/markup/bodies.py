"""Chooses the body of a page: marked by its system, agreed on by two voices, or the likeliest."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from redaksi.formats.page.guesses import Guess
from redaksi.formats.page.markup.alignment import Paragraphs
from redaksi.formats.page.markup.blocks import Block, blocks_of, outside_menus
from redaksi.formats.page.markup.containers import furniture_of, marked_body
from redaksi.formats.page.markup.landmarks import by_landmarks
from redaksi.formats.page.markup.trees import Tree
from redaksi.formats.page.markup.voices import agreement, by_readability, by_trafilatura
from redaksi.formats.page.prose import is_prose, stems

_AGREE = 0.8
_WEIGHT_OF_HEAD, _WEIGHT_OF_DATA, _HEAD_START = 0.4, 2.0, 0.1
_WHOLE_TEXT = 600
_START = 3000


@dataclass(frozen=True)
class Clues:
    """What the head of a page says of the body: words it is about, its text in the JSON-LD."""

    about: str
    body: str


@dataclass(frozen=True)
class Body:
    """The lines of the body in the page's own paragraphs, who found them, how sure they are."""

    lines: tuple[str, ...]
    source: str
    confidence: float

    @property
    def evidence(self) -> Guess:
        """How the body was found, without its text."""
        return Guess("", self.source, self.confidence)


def choose_body(tree: Tree, html: str, blocks: Sequence[Block], clues: Clues) -> Body:
    """The body of a page with menus and side columns; its lines may be none."""
    element = marked_body(tree)
    if element is not None:
        texts = tuple(block.text for block in blocks_of(element, skip=furniture_of(element)))
        return Body(texts, "article_mark", 0.95)
    page = Paragraphs([block.text for block in blocks])
    first = page.as_on_page(by_trafilatura(html))
    others = _other_voices(tree, html, page)
    return _chosen(first, others, prose_lines(blocks), clues)


def _other_voices(tree: Tree, html: str, page: Paragraphs) -> Iterator[tuple[str, list[str]]]:
    yield "readability", page.as_on_page(by_readability(html))
    yield "landmarks", page.as_on_page(by_landmarks(tree))


def prose_lines(blocks: Sequence[Block]) -> list[str]:
    """The running text of a page outside its menus, in whatever column."""
    return [block.text for block in outside_menus(blocks) if is_prose(block.text)]


def _chosen(
    first: list[str], others: Iterable[tuple[str, list[str]]], prose: list[str], clues: Clues
) -> Body:
    """Trafilatura's lines when another voice agrees; else the nearest to text and headline."""
    heard = []
    for source, lines in others:
        if agreement(first, lines) >= _AGREE:
            return Body(tuple(first), "two_voices", 0.9)
        heard.append((source, lines))
    if not first and not any(lines for _source, lines in heard):
        return Body(tuple(prose), "prose", 0.4)
    chosen = Body(tuple(first), "trafilatura", 0.45)
    best = _support(first, prose, clues)
    for source, lines in heard:
        support = _support(lines, prose, clues)
        if support > best + _HEAD_START:
            chosen, best = Body(tuple(lines), source, 0.45), support
    return chosen


def _support(lines: list[str], prose: list[str], clues: Clues) -> float:
    """How well a body fits the page: its running text, and what its head says it is about."""
    about = stems(clues.about)
    covered = len(about & stems(" ".join(lines)[:_START])) / max(1, len(about))
    stated = agreement(lines, [clues.body]) if len(clues.body) >= _WHOLE_TEXT else 0.0
    return agreement(lines, prose) + _WEIGHT_OF_HEAD * covered + _WEIGHT_OF_DATA * stated
