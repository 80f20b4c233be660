"""``redaksi manage``: Django's management commands on one newspaper."""

from __future__ import annotations

import argparse

from redaksi.cli.exits import Exit
from redaksi.cli.flags import add_directory
from redaksi.cli.newspaper import at_work, open_newspaper
from redaksi.instance.language import gettext as _


def add_parser(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the command to the command line."""
    parser = subparsers.add_parser(
        "manage",
        help=_("run one of Django's management commands"),
        description=_("Run one of Django's management commands on a newspaper."),
    )
    add_directory(parser)
    parser.add_argument(
        "words", nargs=argparse.REMAINDER, metavar=_("..."), help=_("the command and its arguments")
    )


def run(given: argparse.Namespace) -> Exit:
    """Hand the words over to Django."""
    with at_work(open_newspaper(given.directory)):
        from django.core.management import execute_from_command_line

        execute_from_command_line(["redaksi manage", *given.words])
    return Exit.DONE
