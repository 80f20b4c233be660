"""Takes the words out of a story's blocks as the database keeps them, without building them.

Building a block cleans its HTML once more, which would take longer than everything else in
making the index.
"""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterator
from typing import Any

from django.db.models import TextField
from django.db.models.functions import Cast

#: Parts of a block that say what it is and not what stands in it.
_NO_WORDS = frozenset({"type", "id", "url"})
_BREAKS = re.compile(r"</?(?:p|br|li|ul|ol|h[1-6])\b[^>]*>")
_TAGS = re.compile(r"<[^>]*>")


def raw_body() -> Cast:
    """Return what reads an article's body from its row as it stands there."""
    return Cast("body", TextField())


def text_of(standfirst: str, body: str) -> str:
    """Return what readers read under a headline; excerpts are taken from it."""
    return "\n".join(filter(None, [standfirst, text_of_body(body)]))


def text_of_body(body: str) -> str:
    """Return every word that readers see in a body, blocks separated by line breaks."""
    return "\n".join(_texts(json.loads(body or "[]")))


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        text = _plain(value) if "</" in value else value
        if text and not text.isspace():
            yield text.strip()
    elif isinstance(value, list):
        for part in value:
            yield from _texts(part)
    elif isinstance(value, dict):
        for name, part in value.items():
            if name not in _NO_WORDS:
                yield from _texts(part)


def _plain(markup: str) -> str:
    return html.unescape(_TAGS.sub("", _BREAKS.sub("\n", markup)))
