"""Reads one page in a process of its own: pruned HTML in, the reading out as JSON."""

from __future__ import annotations

import datetime
import json
import sys

from redaksi.formats.page.errors import NoArticleFound
from redaksi.formats.page.markup.pruning import Pruned
from redaksi.formats.page.markup.reader import read_markup


def main() -> None:
    """Reads the page; the day to count as today is the only argument."""
    given = json.load(sys.stdin.buffer)
    page = Pruned(given["html"], tuple(given["data"]))
    try:
        reading = read_markup(page, now=datetime.date.fromisoformat(sys.argv[1]))
    except NoArticleFound as refusal:
        answer: dict[str, object] = {"reason": str(refusal.reason)}
    else:
        answer = {"reading": reading.as_json()}
    sys.stdout.buffer.write(json.dumps(answer).encode())


if __name__ == "__main__":
    main()
