"""Tells running text from headings, menus and captions."""

from __future__ import annotations

import re

from redaksi.formats.page.datelines import dateline_in

_SENTENCE_END = re.compile(
    r"(?:[.!?…。！？।][\"'”’»)\]]*|[.!?,][”\"’]+)"
    r"(?:\s?[(\[][\w./ -]{1,24}[)\]]|\s?\*{1,3})?$"
)
_ENOUGH_WORDS, _PLENTY_OF_WORDS, _AFTER_DATELINE = 8, 22, 5
_SPACELESS = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\u0e00-\u0e7f\u1000-\u109f]")
_ENOUGH_SIGNS = 30
_FEWEST_LETTERS = 20
_STEM = 5


def is_prose(line: str) -> bool:
    """Whether a line is a paragraph: a long enough sentence, or any text opened by a dateline."""
    if len(line) < _FEWEST_LETTERS:
        return False
    words = line.count(" ") + 1
    if words >= _PLENTY_OF_WORDS:
        return True
    if ends_a_sentence(line) and words >= _ENOUGH_WORDS:
        return True
    if words < _PLENTY_OF_WORDS and len(_SPACELESS.findall(line[:400])) >= _ENOUGH_SIGNS:
        return True
    found = dateline_in(line)
    return bool(found and ends_a_sentence(line) and words >= _AFTER_DATELINE)


def ends_a_sentence(line: str) -> bool:
    """Whether a line closes with a full stop, question or exclamation mark, quoted or not.

    Initials after it, as in "... kata dia. (ant/xx)", do not count.
    """
    return bool(_SENTENCE_END.search(line[-36:]))


def stems(text: str) -> set[str]:
    """The first letters of the longer words, to compare texts by what they are about."""
    return {w[:_STEM] for w in re.findall(r"[^\W_]+", text[:4000].lower()) if len(w) >= 4}
