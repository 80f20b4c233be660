"""``redaksi read-page``: shows the article that a text or saved page holds."""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from redaksi.cli.exits import CommandFailed, Exit
from redaksi.cli.screen import say
from redaksi.instance.language import gettext as _
from redaksi.instance.reasons import why

if TYPE_CHECKING:
    from redaksi.formats.page import NoArticleFound, PageError, PageReading

STANDARD_INPUT = "-"


def add_parser(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the command to the command line."""
    parser = subparsers.add_parser(
        "read-page",
        help=_("read the article out of a text or a saved page"),
        description=_("Propose an article from plain text, HTML or a saved page; nothing is kept."),
    )
    parser.add_argument("file", metavar=_("FILE"), help=_("the page, or - for standard input"))
    parser.add_argument("--json", action="store_true", help=_("print the proposal as JSON"))
    parser.set_defaults(func=run)


def run(given: argparse.Namespace) -> int:
    """Print the article, or say in one sentence why there is none (exit code 1)."""
    from redaksi.formats.page import PageError, read_page

    try:
        reading = read_page(_content(given.file))
    except PageError as problem:
        return _refuse(code_of(problem), sentence_of(problem), as_json=given.json)
    except (OSError, ValueError) as problem:
        return _refuse("file_not_read", _unread(given.file, problem), as_json=given.json)
    if given.json:
        _say_json(reading.as_json())
    else:
        _print(reading)
    return Exit.DONE


def _content(file: str) -> bytes:
    """The bytes of the page, at most one more than is ever read."""
    from redaksi.formats.page.errors import SIZE_LIMIT_WITH_SCRIPTS

    most = SIZE_LIMIT_WITH_SCRIPTS + 1
    if file == STANDARD_INPUT:
        return sys.stdin.buffer.read(most)
    with Path(file).open("rb") as page:
        return page.read(most)


def _unread(file: str, problem: Exception) -> str:
    return _("%(file)s cannot be read (%(reason)s): check the name and the rights.") % {
        "file": file,
        "reason": why(problem),
    }


def _refuse(code: str, message: str, *, as_json: bool) -> int:
    if not as_json:
        raise CommandFailed(message)
    _say_json({"error": code, "message": message})
    return Exit.FAILED


def _say_json(value: object) -> None:
    """Print JSON, escaped where the terminal cannot show every letter."""
    can_show_all = (sys.stdout.encoding or "").lower().startswith("utf")
    say(json.dumps(value, ensure_ascii=not can_show_all, indent=2))


def code_of(problem: PageError) -> str:
    """The short name of a problem for programs: "empty_page", "no_article_found"..."""
    from redaksi.formats.page import BinaryFile, EmptyPage, PageTooLarge

    names = {EmptyPage: "empty_page", PageTooLarge: "page_too_large", BinaryFile: "binary_file"}
    return names.get(type(problem), "no_article_found")


def sentence_of(problem: PageError) -> str:
    """What went wrong and what to do, in the language of the terminal."""
    from redaksi.formats.page import BinaryFile, EmptyPage, NoArticleFound, PageTooLarge
    from redaksi.formats.page.errors import UNKNOWN

    if isinstance(problem, EmptyPage):
        return _("The page is empty: give a file with text or HTML in it.")
    if isinstance(problem, PageTooLarge):
        return _("The page is larger than %d MB: keep only the part with the article.") % (
            problem.limit // 1_000_000
        )
    if isinstance(problem, BinaryFile) and problem.kind == UNKNOWN:
        return _("This is no text and no page: save the page as HTML or text.")
    if isinstance(problem, BinaryFile):
        return _("This is no text but a binary file (%s): save the page as HTML or text.") % (
            problem.kind
        )
    assert isinstance(problem, NoArticleFound)
    return _("No article found, because %s.") % reason_of(problem)


def reason_of(problem: NoArticleFound) -> str:
    """Why there is no article, as the end of a sentence."""
    from redaksi.formats.page import Reason

    return {
        Reason.NO_TEXT: _("the page has no text in it: copy the text of the story instead"),
        Reason.ONLY_CHROME: _("the page has only menus and the like: open the story itself first"),
        Reason.TOO_SHORT: _("no sentence is long enough to be a paragraph: give the whole text"),
        Reason.LISTING: _("the page is a list of stories: open one of them and save that page"),
    }[problem.reason]


def _print(reading: PageReading) -> None:
    remark = _("please check")
    for name, value in _fields(reading):
        unsure = f"  ({remark})" if name in reading.unsure else ""
        say(f"{_labels()[name]}: {value if value is not None else '-'}{unsure}")
    say()
    say("\n\n".join(reading.paragraphs))
    if reading.dropped:
        say()
        say(_("Left out: %d lines; --json lists them.") % len(reading.dropped))


def _fields(reading: PageReading) -> list[tuple[str, object]]:
    return [(name, getattr(reading, name)) for name in _labels()]


def _labels() -> dict[str, str]:
    return {
        "headline": _("Headline"),
        "section": _("Section"),
        "byline": _("Byline"),
        "dateline": _("Dateline"),
        "story_date": _("Story date"),
        "page_date": _("Date on the page"),
        "credit_line": _("Credit"),
        "rating": _("Readers' rating"),
        "language": _("Language"),
    }
