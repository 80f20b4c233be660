"""``redaksi search-index``: makes the index of the search anew from the stories."""

from __future__ import annotations

import argparse

from redaksi.cli.exits import Exit
from redaksi.cli.flags import add_directory
from redaksi.cli.newspaper import at_work, open_newspaper
from redaksi.cli.pace import tell_stories
from redaksi.instance.language import gettext as _


def add_parser(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the command to the command line."""
    parser = subparsers.add_parser(
        "search-index",
        help=_("make the index of the search anew"),
        description=_(
            "Make the index of the search anew from the stories, after a database was moved or "
            "restored. Interrupted, it goes on where it was the next time; it may run beside "
            "redaksi serve."
        ),
    )
    add_directory(parser)


def run(given: argparse.Namespace) -> Exit:
    """Make the index, telling how far it is."""
    with at_work(open_newspaper(given.directory)):
        make_index()
    return Exit.DONE


def make_index() -> None:
    """Make the index with progress, rate and the time left; Django must run."""
    from redaksi.articles.finding.rebuilding import rebuild

    tell_stories((step.now, step.done, step.total) for step in rebuild())
