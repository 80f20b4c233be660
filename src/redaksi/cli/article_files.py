"""Reads the articles of a file: plain text, a saved page, or JSON Lines of `{id, text}`."""

from __future__ import annotations

import json
import re

from redaksi.cli.exits import CommandFailed
from redaksi.instance.language import gettext as _

SUFFIXES = frozenset({".txt", ".text", ".html", ".htm", ".xhtml", ".mhtml", ".mht", ".jsonl"})
_PAGE = re.compile(
    rb"<(?:!doctype|html|head|body|p|div|article|br)\b|^MIME-Version:", re.IGNORECASE
)
_LOOK = 4096


def read_articles(name: str, data: bytes, *, raw: bool) -> list[tuple[str, str]]:
    """Name and text of each article in a file.

    `raw` takes the text as it is; else a saved page is read for its headline and paragraphs.
    Raises CommandFailed for what is no text and no article.
    """
    if name.lower().endswith(".jsonl"):
        return _lines(name, data)
    if raw or not _PAGE.search(data[:_LOOK]):
        return [(name, _decoded(data, name, raw=raw))]
    return [(name, _page(name, data))]


def _lines(name: str, data: bytes) -> list[tuple[str, str]]:
    out = []
    for number, line in enumerate(data.split(b"\n"), start=1):
        if not line.strip():
            continue
        try:
            entry = json.loads(line)
            out.append((_whole(entry["id"]), _whole(entry["text"])))
        except (ValueError, KeyError, TypeError) as problem:
            raise CommandFailed(
                _("Line %(number)s of %(file)s is no object with id and text: mend that line.")
                % {"number": number, "file": name}
            ) from problem
    return out


def _whole(value: object) -> str:
    """Return a text without halves of characters, which JSON can name and no file can hold."""
    return str(value).encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def _decoded(data: bytes, name: str, *, raw: bool) -> str:
    if b"\x00" in data[:_LOOK] and not raw:
        raise CommandFailed(_("%s is no text: give a text file or a saved page.") % name)
    try:
        return data.decode("utf-8" if raw else "utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252", errors="replace")


def _page(name: str, data: bytes) -> str:
    from redaksi.formats.page import PageError, read_page

    try:
        page = read_page(data)
    except PageError as problem:
        raise CommandFailed(
            _("No article was found in %(file)s: %(reason)s") % {"file": name, "reason": problem}
        ) from problem
    headline = [page.headline] if page.headline else []
    return "\n\n".join([*headline, *page.paragraphs])
