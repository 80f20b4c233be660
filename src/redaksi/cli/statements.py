"""``redaksi statements``: who said what in a text, a saved page or a whole archive."""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from redaksi.cli.exits import CommandFailed, Exit
from redaksi.cli.screen import say, table
from redaksi.instance.language import gettext as _
from redaksi.instance.reasons import why

if TYPE_CHECKING:
    from redaksi.cli.article_files import Found
    from redaksi.extraction import ArticleRecord, StatementRecord

LANGUAGES = ("id", "en")
BACKFILL = "backfill"
_LONGEST_CELL = 160
_SHARES = (None, 6, 6, 12, 6, 5, None)


def add_parser(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the command to the command line."""
    parser = subparsers.add_parser(
        "statements",
        help=_("print who said what in a text or a saved page"),
        description=_("Find who said what in a text, a saved page, or a directory of them."),
    )
    source = parser.add_mutually_exclusive_group(required=True)
    source.add_argument(
        "file",
        nargs="?",
        metavar=_("FILE"),
        help=_("a file, or - for stdin, or backfill to read a newspaper's archive"),
    )
    source.add_argument(
        "--dir", type=Path, dest="archive", metavar=_("DIR"), help=_("every text and page in it")
    )
    parser.add_argument(
        "directory",
        nargs="?",
        type=Path,
        metavar=_("NEWSPAPER"),
        help=_("with backfill: the newspaper's directory; stopped, it goes on where it was"),
    )
    parser.add_argument("--lang", choices=LANGUAGES, default="id", help=_("language of the text"))
    parser.add_argument("--json", action="store_true", help=_("print JSON, an object an article"))
    parser.add_argument("--raw", action="store_true", help=_("take the text as it is"))
    parser.add_argument(
        "--words", type=Path, action="append", default=[], metavar=_("FILE"),
        help=_("a file of words that adds to the lexicon"),
    )  # fmt: skip


def run(given: argparse.Namespace) -> Exit:
    """Print the statements of a file, or work through an archive."""
    from redaksi.extraction import LexiconError, article_record, extract

    if given.file == BACKFILL or given.directory is not None:
        return _backfill(given)
    words = tuple(given.words)
    try:
        if given.archive:
            from redaksi.cli.archive import work_through

            work_through(given.archive, given.lang, raw=given.raw, words=words)
            return Exit.DONE
        found = _found(given.file, raw=given.raw)
        for name, text in found.articles:
            record = article_record(name, text, extract(text, given.lang, words=words))
            _show(record, as_json=given.json or name != given.file)
    except LexiconError as problem:
        raise CommandFailed(str(problem)) from problem
    if found.problems:
        raise CommandFailed("\n".join(found.problems))
    return Exit.DONE


def _backfill(given: argparse.Namespace) -> Exit:
    from redaksi.cli.backfilling import backfill_newspaper

    if given.file != BACKFILL or given.directory is None:
        raise CommandFailed(
            _("Say one file, or: redaksi statements backfill and the newspaper's directory.")
        )
    backfill_newspaper(given.directory)
    return Exit.DONE


def _found(file: str, *, raw: bool) -> Found:
    from redaksi.cli.article_files import read_articles

    if file == "-":
        return read_articles("-", sys.stdin.buffer.read(), raw=raw)
    path = Path(file)
    try:
        return read_articles(file, path.read_bytes(), raw=raw)
    except OSError as problem:
        raise CommandFailed(
            _("%(file)s cannot be read (%(reason)s): give the path of a text file.")
            % {"file": file, "reason": why(problem)}
        ) from problem


def _show(record: ArticleRecord, *, as_json: bool) -> None:
    if as_json:
        say(json.dumps(record, ensure_ascii=False))
        return
    if not record["statements"]:
        say(_("No statements found."))
        return
    headings = (_("Kind"), _("Speaker"), _("Role"), _("Words"), _("Channel"), _("Day"), _("Sure"))
    rows = [_row(said) for said in record["statements"]]
    table(headings, rows, always_drawn=True, shares=_SHARES)


def _row(statement: StatementRecord) -> tuple[str, ...]:
    kinds = {"direct": _("direct"), "indirect": _("indirect"), "partial": _("partial")}
    words = " ".join(statement["quote"].split())
    return (
        kinds[statement["kind"]],
        statement["speaker"] or _("nobody named"),
        statement["role"] or "",
        words if len(words) <= _LONGEST_CELL else words[: _LONGEST_CELL - 1] + "…",
        statement["addressee_or_channel"] or "",
        statement["when"] or "",
        _("yes") if statement["confident"] else _("ask"),
    )
