"""Cuts text into clean lines, one paragraph each."""

from __future__ import annotations

import re

from redaksi.formats.page.wrapping import unwrapped

_BREAKS = re.compile(r"\r\n?|[\n\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")
_BLANKS = re.compile(r"[\s\x00-\x1f\x7f-\x9f\u200b\ufeff]+")
_INVISIBLE = re.compile(r"[\u00ad\u2060\u202a-\u202e\u2066-\u2069]")
_UNPAIRED = re.compile(r"[\ud800-\udfff]")


def paragraph_lines(text: str) -> list[str]:
    """The lines of a text with words, hard-wrapped ones joined again."""
    return [line for line in map(tidy, unwrapped(_BREAKS.split(text))) if line]


def tidy(line: str) -> str:
    """One line with single spaces and without invisible characters; its letters stay as they are.

    No-break and zero-width spaces, control characters and byte order marks become plain spaces;
    soft hyphens and marks of direction are dropped.
    """
    visible = _INVISIBLE.sub("", _UNPAIRED.sub("\ufffd", line))
    return _BLANKS.sub(" ", visible).strip()
