"""Reads the articles of a file: plain text, a saved page, or JSON Lines of `{id, text}`."""

from __future__ import annotations

import json
import re
from contextlib import suppress
from dataclasses import dataclass, field

from redaksi.cli.exits import CommandFailed
from redaksi.cli.read_page import sentence_of
from redaksi.instance.language import gettext as _

SUFFIXES = frozenset({".txt", ".text", ".html", ".htm", ".xhtml", ".mhtml", ".mht", ".jsonl"})
_PAGE = re.compile(
    rb"<(?:!doctype|html|head|body|p|div|article|br)\b|^MIME-Version:", re.IGNORECASE
)
_LOOK = 4096


@dataclass(frozen=True)
class Found:
    """Name and text of each article in a file, and a sentence for each line that is none."""

    articles: list[tuple[str, str]] = field(default_factory=list)
    problems: list[str] = field(default_factory=list)


def read_articles(name: str, data: bytes, *, raw: bool) -> Found:
    """Find the articles in a file.

    `raw` takes the text as it is; else a saved page is read for its headline and paragraphs.
    Raises CommandFailed for what is no text and no article.
    """
    if name.lower().endswith(".jsonl"):
        return _lines(name, data)
    # Every other byte of a page in UTF-16 is none.
    if raw or not _PAGE.search(data[:_LOOK].replace(b"\x00", b"")):
        return Found([(name, _decoded(data, name, raw=raw))])
    return Found([(name, _page(name, data))])


def _lines(name: str, data: bytes) -> Found:
    found = Found()
    for number, line in enumerate(data.split(b"\n"), start=1):
        if not line.strip():
            continue
        try:
            entry = json.loads(line)
            text = entry["text"]
            if not isinstance(text, str):
                raise TypeError(text)
            found.articles.append((_whole(entry["id"]), _whole(text)))
        except (ValueError, KeyError, TypeError):
            found.problems.append(
                _("Line %(number)s of %(file)s is no object with id and text: mend that line.")
                % {"number": number, "file": name}
            )
    return found


def _whole(value: object) -> str:
    """Return a text without halves of characters, which JSON can name and no file can hold."""
    return str(value).encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def _decoded(data: bytes, name: str, *, raw: bool) -> str:
    from redaksi.formats.page import BinaryFile
    from redaksi.formats.page.decoding import decode

    if raw:
        with suppress(UnicodeDecodeError):
            return data.decode()
    try:
        return decode(data)
    except BinaryFile as problem:
        raise CommandFailed(
            _("%s is no text: give a text file or a saved page.") % name
        ) from problem


def _page(name: str, data: bytes) -> str:
    from redaksi.formats.page import PageError, read_page

    try:
        page = read_page(data)
    except PageError as problem:
        raise CommandFailed(
            _("%(file)s: %(problem)s") % {"file": name, "problem": sentence_of(problem)}
        ) from problem
    headline = [page.headline] if page.headline else []
    return "\n\n".join([*headline, *page.paragraphs])
