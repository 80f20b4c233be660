"""Finds the quotations of a whole article, mends odd marks and follows them over paragraphs."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

DOUBLE = '"“”„‟«»＂〝〞'
_MARKS = re.compile("[" + DOUBLE + "]|''|``|(?<!\\w)[‘`'](?=\\w)|(?<=[\\w.,!?…])['’](?!\\w)")
_SINGLE = "‘’'`"
_OPENING = "“„«〝‟‘`"
_CLOSING = "”»〞’"
_BEFORE = "([{—–-/"
_AFTER = ",.;:!?)]}…—–"


@dataclass(frozen=True, slots=True)
class Quote:
    """A quotation: `start` to `end` with its marks, `inner_start` to `inner_end` without."""

    start: int
    end: int
    inner_start: int
    inner_end: int


@dataclass(slots=True)
class _Mark:
    start: int
    end: int
    opens: bool
    closes: bool
    single: bool


def find_quotes(
    text: str, paragraphs: Sequence[tuple[int, int]], said: re.Pattern[str]
) -> list[Quote]:
    """The quotations in the paragraphs, in order.

    `said` matches at a comma or full stop that a word of saying follows: there a quotation
    ends whose closing mark was forgotten.
    """
    return _Machine(text, paragraphs, said).run()


class _Machine:
    """Walks over the marks of all paragraphs; `opened` is the mark of the open quotation."""

    def __init__(
        self, text: str, paragraphs: Sequence[tuple[int, int]], said: re.Pattern[str]
    ) -> None:
        self.text = text
        self.paragraphs = paragraphs
        self.said = said
        self.marks = [_marks(text, start, end) for start, end in paragraphs]
        self.quotes: list[Quote] = []
        self.opened: _Mark | None = None
        self.depth = 0
        self.searched = 0

    def run(self) -> list[Quote]:
        """All quotations."""
        for number, (start, end) in enumerate(self.paragraphs):
            for order, mark in enumerate(self.marks[number]):
                at_start = order == 0 and not self.text[start : mark.start].strip()
                self._step(mark, at_start=at_start)
            if self.opened and not self._goes_on(number):
                self._close_without_mark(max(start, self.opened.start), end)
        return self.quotes

    def _step(self, mark: _Mark, *, at_start: bool) -> None:
        if self.opened is None:
            if mark.opens:
                self._open(mark)
            return
        if mark.single != self.opened.single:
            return
        if at_start and mark.opens:
            return
        if mark.closes:
            if self.depth:
                self.depth -= 1
            else:
                self._emit(mark.start, mark.end)
        elif mark.opens:
            self._open_inside(mark)

    def _open(self, mark: _Mark) -> None:
        self.opened, self.depth, self.searched = mark, 0, mark.end

    def _open_inside(self, mark: _Mark) -> None:
        assert self.opened
        found = self.said.search(self.text, self.searched, mark.start)
        self.searched = mark.start
        if found:
            self._emit(found.start(), found.start())
            self._open(mark)
        elif self.text[mark.start] in _OPENING:
            self.depth += 1

    def _emit(self, inner_end: int, end: int) -> None:
        assert self.opened
        if self.text[self.opened.end : inner_end].strip():
            self.quotes.append(Quote(self.opened.start, end, self.opened.end, inner_end))
        self.opened = None

    def _goes_on(self, number: int) -> bool:
        """Whether the quotation that is open at the end of a paragraph goes on in the next."""
        assert self.opened
        start = max(self.paragraphs[number][0], self.opened.start)
        if self.said.search(self.text, start, self.paragraphs[number][1]):
            return False
        for following in range(number + 1, min(number + 4, len(self.paragraphs))):
            marks = [m for m in self.marks[following] if m.single == self.opened.single]
            if marks:
                if self.opened.single and following > number + 1:
                    return False
                first = marks[0]
                at_start = not self.text[self.paragraphs[following][0] : first.start].strip()
                if at_start and following == number + 1:
                    return True
                return first.closes and not first.opens and not first.single
        return False

    def _close_without_mark(self, start: int, end: int) -> None:
        assert self.opened
        if self.opened.single:
            self.opened = None
            return
        found = self.said.search(self.text, max(start, self.opened.end), end)
        inner_end = found.start() if found else end
        self._emit(inner_end, inner_end)


def _marks(text: str, start: int, end: int) -> list[_Mark]:
    marks = []
    for match in _MARKS.finditer(text, start, end):
        mark = _mark(text, match, start, end)
        if mark.opens or mark.closes:
            marks.append(mark)
    return marks


def _mark(text: str, match: re.Match[str], start: int, end: int) -> _Mark:
    before = text[match.start() - 1] if match.start() > start else " "
    after = text[match.end()] if match.end() < end else " "
    opens = before.isspace() or before in _BEFORE or before in DOUBLE
    closes = after.isspace() or after in _AFTER
    if opens == closes:
        opens, closes = _by_shape(match.group(), before, after)
    return _Mark(match.start(), match.end(), opens, closes, match.group() in _SINGLE)


def _by_shape(shape: str, before: str, after: str) -> tuple[bool, bool]:
    """A mark whose neighbours do not tell: its shape decides, else it may be either."""
    if shape in _OPENING:
        return True, False
    if shape in _CLOSING:
        return before.isspace() and after.isspace(), True
    if before.isdigit():
        return False, True
    return True, True
