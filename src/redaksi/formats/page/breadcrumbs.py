"""Reads the path to a story's section: "Beranda > Internasional > Eropa"."""

from __future__ import annotations

import re

_ARROWS = re.compile(r"\s?(?:[>»›→]|(?<=\s)/(?=\s)|(?<=\s)\|(?=\s))\s?")
_HOME = re.compile(
    r"(?:home|beranda|you are here|anda berada di sini|anda di sini)\s?:?", re.IGNORECASE
)
_LONGEST = 160


def breadcrumb(line: str) -> list[str]:
    """The section names on the way from the home page, empty when the line is no such path."""
    if len(line) > _LONGEST:
        return []
    steps = [step.strip() for step in _ARROWS.split(line)]
    if len(steps) < 2 or not _HOME.match(steps[0]):
        return []
    first = _HOME.sub("", steps[0], count=1).strip()
    return [
        step for step in [first, *steps[1:]] if 0 < len(step) <= 40 and not _HOME.fullmatch(step)
    ]
