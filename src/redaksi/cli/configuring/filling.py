"""Fills a configuration's template: ``<<name>>`` stands for a text of one or several lines."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

TEMPLATES = Path(__file__).parent / "templates"
_PLACE = re.compile(r"<<([a-z_]+)>>")
_LINE = re.compile(r"^( *)<<([a-z_]+)>>$", re.MULTILINE)


def fill(template: str, places: Mapping[str, str]) -> str:
    """Return the template with every place filled; a place alone on its line is indented.

    Raises KeyError for a place that nothing is known for.
    """
    text = (TEMPLATES / template).read_text(encoding="utf-8")

    def lines(found: re.Match[str]) -> str:
        return "\n".join(found[1] + line if line else "" for line in places[found[2]].split("\n"))

    # Texts may hold places themselves.
    while _PLACE.search(text):
        text = _PLACE.sub(lambda found: places[found[1]], _LINE.sub(lines, text))
    return text
