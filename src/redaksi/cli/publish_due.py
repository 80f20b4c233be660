"""``redaksi publish-due``: does once what the worker does each second."""

from __future__ import annotations

import argparse
from dataclasses import asdict

from redaksi.cli.exits import Exit
from redaksi.cli.flags import add_directory
from redaksi.cli.newspaper import at_work, open_newspaper
from redaksi.cli.screen import say
from redaksi.instance.language import gettext as _


def add_parser(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the command to the command line."""
    parser = subparsers.add_parser(
        "publish-due",
        help=_("publish and take down what is due, once"),
        description=_("Publish the stories whose time has come and take down the expired, once."),
    )
    add_directory(parser)


def run(given: argparse.Namespace) -> Exit:
    """Publish what is due and say how many stories it was."""
    with at_work(open_newspaper(given.directory)):
        from redaksi.articles.scheduling import publish_due

        outcome = publish_due()
    said = _("Published: {published}, taken down: {expired}, refused: {refused}.")
    say(said.format(**asdict(outcome)))
    return Exit.DONE
