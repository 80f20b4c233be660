"""``redaksi init``: makes a new newspaper in an empty directory."""

from __future__ import annotations

import argparse
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from redaksi.cli.exits import CommandFailed, Exit
from redaksi.cli.flags import add_directory, add_option_flags, given_options
from redaksi.cli.interrupting import interruptible
from redaksi.cli.migrating import migrate
from redaksi.cli.newspaper import at_work
from redaksi.cli.screen import say
from redaksi.instance.language import gettext as _
from redaksi.instance.layout import Instance, NotEmpty
from redaksi.instance.reasons import why

OPTIONS = ("name", "language", "timezone", "base_url", "database")


def add_parser(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the command to the command line."""
    parser = subparsers.add_parser(
        "init",
        help=_("make a new newspaper in a directory"),
        description=_("Make a new newspaper: settings, secret key, folders, database, first user."),
    )
    add_directory(parser)
    add_option_flags(parser, OPTIONS)
    parser.add_argument(
        "--administrator",
        default="admin",
        metavar=_("USER"),
        help=_("the user name of the first administrator (admin)"),
    )
    parser.add_argument(
        "--example", action="store_true", help=_("fill it with the example newspaper")
    )


def run(given: argparse.Namespace) -> Exit:
    """Make the newspaper; what was begun stays marked as unfinished until all is done."""
    instance = _create(given)
    with _remnants_named(given.directory), interruptible() as go_on, at_work(instance):
        migrate()
        go_on()
        _fill(instance, given)
        go_on()
    instance.finish()
    say(_("The newspaper is ready: start it with redaksi serve {0}").format(given.directory))
    return Exit.DONE


def _create(given: argparse.Namespace) -> Instance:
    chosen = given_options(given, OPTIONS)
    try:
        return Instance.create(given.directory, environ=os.environ, chosen=chosen)
    except NotEmpty as problem:
        raise CommandFailed(str(problem), Exit.NOT_EMPTY) from None
    except OSError as problem:
        message = _("{directory} cannot be made: {problem}; choose a directory you may write to.")
        raise CommandFailed(
            message.format(directory=given.directory, problem=why(problem))
        ) from None


@contextmanager
def _remnants_named(directory: Path) -> Iterator[None]:
    """Say of every failure in the block that the half-made directory must go."""
    advice = _("Remove {directory} before you try again.").format(directory=directory)
    try:
        yield
    except CommandFailed as problem:
        raise CommandFailed(f"{problem} {advice}", problem.code) from problem
    except KeyboardInterrupt:
        raise CommandFailed(advice, Exit.INTERRUPTED) from None


def _fill(instance: Instance, given: argparse.Namespace) -> None:
    from redaksi.founding import found

    found(config=instance.config, administrator=given.administrator)
    if given.example:
        from redaksi.example.loading import load_example

        for line in load_example():
            say(line)
