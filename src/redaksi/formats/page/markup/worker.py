"""Reads one page in a process of its own: HTML in on standard input, the reading out as JSON."""

from __future__ import annotations

import datetime
import json
import sys

from redaksi.formats.page.errors import NoArticleFound
from redaksi.formats.page.markup.reader import read_markup


def main() -> None:
    """Reads the page; the day to count as today is the only argument."""
    html = sys.stdin.buffer.read().decode("utf-8", "surrogatepass")
    try:
        reading = read_markup(html, now=datetime.date.fromisoformat(sys.argv[1]))
    except NoArticleFound as refusal:
        answer: dict[str, object] = {"reason": str(refusal.reason)}
    else:
        answer = {"reading": reading.as_json()}
    sys.stdout.buffer.write(json.dumps(answer).encode())


if __name__ == "__main__":
    main()
