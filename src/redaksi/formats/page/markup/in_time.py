"""Keeps the reading of HTML within a time limit: big or odd pages get a process of their own."""

from __future__ import annotations

import datetime
import json
import re
import subprocess
import sys
from typing import Any

from redaksi.formats.page.errors import NoArticleFound, Reason
from redaksi.formats.page.markup.parsing import without_tags
from redaksi.formats.page.markup.pruning import Pruned
from redaksi.formats.page.markup.reader import read_markup
from redaksi.formats.page.reading import PageReading
from redaksi.formats.page.text_reader import read_text

TIME_LIMIT = 5.0
"""Seconds that one page may take; the worst honest page measured took 2.4."""

_HARMLESS_SIZE, _HARMLESS_TAGS, _HARMLESS_TAG_LENGTH = 250_000, 8_000, 8_000
_LONG_TAG = re.compile(rf"<[^<]{{{_HARMLESS_TAG_LENGTH}}}")


def read_markup_in_time(
    page: Pruned, *, now: datetime.date, seconds: float = TIME_LIMIT
) -> PageReading:
    """The article on a page; one that takes too long is read as bare text instead."""
    if _is_harmless(page.html):
        return read_markup(page, now=now)
    answer = _asked(page, now, seconds)
    if answer is None:
        return read_text(without_tags(page.html), now=now)
    if "reason" in answer:
        raise NoArticleFound(Reason(answer["reason"]))
    return PageReading.from_json(answer["reading"])


def _is_harmless(html: str) -> bool:
    """Whether a page is so small and plain that no library can take long over it."""
    few_tags = html.count("<") <= _HARMLESS_TAGS
    return len(html) <= _HARMLESS_SIZE and few_tags and not _LONG_TAG.search(html)


def _asked(page: Pruned, now: datetime.date, seconds: float) -> dict[str, Any] | None:
    """The worker's answer, None when it took too long or broke down."""
    command = [sys.executable, "-m", "redaksi.formats.page.markup.worker", now.isoformat()]
    given = json.dumps({"html": page.html, "data": page.data}).encode()
    try:
        done = subprocess.run(
            command, input=given, capture_output=True, timeout=seconds, check=True
        )
        answer: dict[str, Any] = json.loads(done.stdout)
    except (subprocess.SubprocessError, OSError, ValueError):
        return None
    return answer
