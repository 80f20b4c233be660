"""Marks the statements in a story's text: an address for each, and the way to who said it.

The words stay as they are. What cannot be marked without breaking the text, a link inside a link
say, keeps its address alone.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.utils.html import escape
from django.utils.translation import gettext as _

from redaksi.statements.folding import fold
from redaksi.statements.models import Kind, Statement
from redaksi.statements.passages import Piece, pieces_of

#: Of indirect speech only the place is marked: the words are the paper's own.
LINKED = {Kind.DIRECT, Kind.PARTIAL}


@dataclass(frozen=True)
class Run:
    """Words between two tags: where they begin in the plain words, and the pieces of HTML."""

    at: int
    pieces: Sequence[Piece]
    is_in_link: bool


def marked(html: str, statements: Iterable[Statement]) -> str:
    """Return the HTML of a block with the statements marked that have their place in it."""
    runs = list(_runs(html))
    plain = "".join(piece.text for piece in pieces_of(html))
    insertions: list[tuple[int, int, str]] = []
    taken = 0
    for statement in sorted(statements, key=lambda one: one.live_start or 0):
        start = statement.live_start or 0
        end = start + statement.live_length
        if not _begins(plain[start:end], statement, is_cut=end > len(plain)):
            continue
        # Of words that are said twice the first marks are drawn; every one has its place.
        insertions += _marks(statement, start, end, runs, is_drawn=start >= taken)
        taken = max(taken, end)
    out, at = [], 0
    for place, _order, tag in sorted(insertions, key=lambda one: one[:2]):
        out += [html[at:place], tag]
        at = place
    return "".join([*out, html[at:]])


def _begins(words: str, statement: Statement, *, is_cut: bool) -> bool:
    """Whether these are the statement's words, or the first of them where the block ends."""
    here, whole = fold(words).text.strip(), fold(statement.words).text.strip()
    return whole.startswith(here) and bool(here) if is_cut else here == whole


def _marks(
    statement: Statement, start: int, end: int, runs: Sequence[Run], *, is_drawn: bool
) -> Iterable[tuple[int, int, str]]:
    """Return what is put where: tags that open come after those that close at the same place."""
    address = f' id="{statement.fragment}"'
    link = _link(statement) if is_drawn else ""
    for run in runs:
        stretch = _stretch(run, start, end)
        if stretch is None:
            continue
        if run.is_in_link or not link:
            if address:
                yield stretch[0], 1, f"<span{address}></span>"
        else:
            yield stretch[0], 1, f"<a{address}{link}>"
            yield stretch[1], 0, "</a>"
        address = ""


def _link(statement: Statement) -> str:
    speaker = statement.speaker
    if speaker is None or not speaker.url or statement.kind not in LINKED:
        return ""
    who = f"{speaker.name}, {statement.role}" if statement.role else speaker.name
    said = _("Said by %(who)s") % {"who": who}
    if statement.is_automatic:
        said += f" ({_('found automatically, not yet confirmed')})"
    return f' class="said" href="{escape(speaker.url)}" title="{escape(said)}"'


def _runs(html: str) -> Iterable[Run]:
    at, depth = 0, 0
    pieces: list[Piece] = []
    begun = 0
    for piece in pieces_of(html):
        if piece.tag:
            if pieces:
                yield Run(begun, tuple(pieces), depth > 0)
                pieces = []
            depth += {"a": 1, "/a": -1}.get(piece.tag, 0)
        else:
            if not pieces:
                begun = at
            pieces.append(piece)
        at += len(piece.text)
    if pieces:
        yield Run(begun, tuple(pieces), depth > 0)


def _stretch(run: Run, start: int, end: int) -> tuple[int, int] | None:
    """Return where in the HTML the part of a run lies that belongs to a stretch of plain words."""
    at = run.at
    first: int | None = None
    last = 0
    for piece in run.pieces:
        low, high = max(start, at), min(end, at + len(piece.text))
        if low < high:
            if first is None:
                first = piece.start if piece.is_sign else piece.start + low - at
            last = piece.end if piece.is_sign else piece.start + high - at
        at += len(piece.text)
    return None if first is None else (first, last)
