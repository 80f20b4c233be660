"""Sorts the lines of a page into what stands above, in and below the article."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import islice

from redaksi.formats.page.captions import is_caption
from redaksi.formats.page.endings import credit_line
from redaksi.formats.page.guesses import Guess
from redaksi.formats.page.headlines import Headline, choose_headline, same_headline
from redaksi.formats.page.labels import Line
from redaksi.formats.page.prose import ends_a_sentence, is_prose
from redaksi.formats.page.reading import Dropped
from redaksi.formats.page.whys import Why

_CLOSING = frozenset(
    {
        Why.COMMENTS,
        Why.COPYRIGHT,
        Why.TAGS,
        Why.RELATED,
        Why.NAVIGATION,
        Why.SHARE,
        Why.PEOPLE,
        Why.END_MARK,
        Why.SUBSCRIBE,
    }
)
_FINAL = frozenset({Why.COMMENTS, Why.COPYRIGHT})
_MOST_FINALS = 50
_LONG, _SHORT = 14, 3
_MOST_ABOVE = 500


@dataclass
class Sorted:
    """The lines of a page by their place in it."""

    headline: Headline | None = None
    above: list[str] = field(default_factory=list)
    below_headline: list[str] = field(default_factory=list)
    body: list[str] = field(default_factory=list)
    furniture: list[tuple[Line, int]] = field(default_factory=list)
    credit: Guess | None = None
    dropped: list[Dropped] = field(default_factory=list)


def sort_lines(lines: Sequence[Line], hint: str | None = None) -> Sorted:
    """The lines of a whole page in order: furniture, headline, body and credit told apart.

    `hint` is the headline when the page's own title tells it.
    """
    sorted_lines = Sorted()
    hinted = _place_of(lines, hint)
    start = _body_start(lines, hinted)
    end = _body_end(lines, start)
    body_texts = [line.text for line in lines[start:end] if not line.why]
    sorted_lines.headline = _headline(lines, start, body_texts, hint, hinted)
    _sort_top(lines[:start], sorted_lines)
    sort_body(lines[start:end], sorted_lines)
    _sort_tail(lines[end:], sorted_lines)
    return sorted_lines


def sort_known_body(lines: Sequence[Line], into: Sorted) -> None:
    """Sorts lines that are known to be a body, with some furniture left among them."""
    end = _body_end(lines, 0)
    sort_body(lines[:end], into)
    _sort_tail(lines[end:], into)


def sort_body(lines: Sequence[Line], into: Sorted) -> None:
    """Keeps the text among these lines of a body and drops the furniture between them."""
    list_follows = False
    headline = into.headline.text if into.headline else ""
    for line in lines:
        if line.why or (headline and same_headline(line.text, headline)):
            into.dropped.append(Dropped(line.text, line.why or Why.HEADLINE))
            list_follows = _opens_list(line)
        elif list_follows and not ends_a_sentence(line.text) and not is_prose(line.text):
            into.dropped.append(Dropped(line.text, Why.RELATED))
        else:
            list_follows = False
            _keep_or_caption(line.text, into)


def _keep_or_caption(text: str, into: Sorted) -> None:
    if is_caption(text) and not is_prose(text):
        into.dropped.append(Dropped(text, Why.CAPTION))
    else:
        into.body.append(text)


def _opens_list(line: Line) -> bool:
    """Whether headlines of other stories follow: "Baca juga:" alone, "Berita terkait"."""
    return line.why is Why.RELATED and (line.text.endswith(":") or len(line.text.split()) <= 4)


def _place_of(lines: Sequence[Line], hint: str | None) -> int | None:
    if not hint:
        return None
    places = (i for i, line in enumerate(lines) if same_headline(line.text, hint))
    return next(places, None)


def _body_start(lines: Sequence[Line], hinted: int | None) -> int:
    """Where the running text begins: the first prose below the headline."""
    first = 0 if hinted is None else hinted + 1
    places = range(first, len(lines))
    prose = list(islice((i for i in places if _is_text(lines[i])), 1))
    if not prose:
        return next((i for i in places if _is_long(lines[i])), _first_sentence(lines, first))
    start = _with_short_sentences(lines, first, prose[0])
    if hinted is None and start < len(lines) - 1 and _may_be_headline(lines, start):
        return _next_text(lines, start)
    return start


def _with_short_sentences(lines: Sequence[Line], first: int, start: int) -> int:
    """Short sentences right above the first long one belong to the text, as in interviews."""
    while start > first and _is_sentence(lines[start - 1]):
        start -= 1
    return start


def _is_sentence(line: Line) -> bool:
    return not line.why and ends_a_sentence(line.text) and not is_caption(line.text)


def _next_text(lines: Sequence[Line], place: int) -> int:
    """The next line that is no furniture: below a headline that reads like a sentence."""
    return next((i for i in range(place + 1, len(lines)) if not lines[i].why), place)


def _first_sentence(lines: Sequence[Line], first: int) -> int:
    """Where short sentences begin, for texts in very plain language that have no longer ones."""
    places = range(first, len(lines))
    return next((i for i in places if _is_short_sentence(lines[i])), len(lines))


def _is_short_sentence(line: Line) -> bool:
    return not line.why and ends_a_sentence(line.text) and line.text.count(" ") >= _SHORT


def _is_text(line: Line) -> bool:
    return not line.why and not _is_short_caption(line.text) and is_prose(line.text)


def _is_long(line: Line) -> bool:
    """Whether a line is too long for a headline, should a text have no full stops at all."""
    return not line.why and line.text.count(" ") >= _LONG


def _is_short_caption(text: str) -> bool:
    return is_caption(text) and len(text.split()) < 40


def _may_be_headline(lines: Sequence[Line], place: int) -> bool:
    """A question or a quoted sentence may be the headline when no line above it could be."""
    text = lines[place].text
    above = [line for line in lines[:place] if not line.why and len(line.text.split()) >= 4]
    return not above and len(text.split()) <= 18 and text.endswith(("?", "!", "”", '"'))


def _body_end(lines: Sequence[Line], start: int) -> int:
    """Where the text ends: after the last prose, or before the comments or copyright below it."""
    prose = [(i, len(line.text)) for i, line in enumerate(lines) if i >= start and _is_text(line)]
    total, before, end = sum(length for _, length in prose), 0, start
    finals = [i for i, line in enumerate(lines) if i >= start and line.why in _FINAL]
    for place, length in prose:
        closed = any(end <= final < place for final in finals[:_MOST_FINALS])
        if closed and before >= total - before:
            break
        end, before = place + 1, before + length
    return end


def _headline(
    lines: Sequence[Line], start: int, body: Sequence[str], hint: str | None, hinted: int | None
) -> Headline | None:
    if hinted is not None and hint:
        return Headline(lines[hinted].text, hinted, 0.95)
    above = [(i, line.text) for i, line in enumerate(lines[:start]) if not line.why]
    return choose_headline(above[-_MOST_ABOVE:], body)


def _sort_top(lines: Sequence[Line], into: Sorted) -> None:
    cut = into.headline.place if into.headline else len(lines)
    for place, line in enumerate(lines):
        if place == cut:
            continue
        texts = into.above if place < cut else into.below_headline
        texts.append(line.text)
        if line.why:
            into.furniture.append((line, place))
            into.dropped.append(Dropped(line.text, line.why))


def _sort_tail(lines: Sequence[Line], into: Sorted) -> None:
    """Below the last prose: short last lines stay, the credit is read, what follows is dropped."""
    closed = False
    for place, line in enumerate(lines):
        credit = _credit(line) if not into.credit else None
        closed = closed or line.why in _CLOSING or bool(credit)
        into.credit = into.credit or credit
        if line.why:
            into.furniture.append((line, place))
        if credit:
            continue
        if closed or line.why:
            into.dropped.append(Dropped(line.text, line.why or Why.AFTER_END))
        else:
            _keep_or_caption(line.text, into)


def _credit(line: Line) -> Guess | None:
    may_be = line.why in (None, Why.PEOPLE, Why.END_MARK)
    return credit_line(line.text) if may_be else None
