"""Reads the command line and hands over to the command it names."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence

from redaksi.cli import (
    config,
    doctor,
    init,
    manage,
    press,
    publish_due,
    read_page,
    search_index,
    serve,
    sign_in,
    statements,
    upgrade,
)
from redaksi.cli.exits import CommandFailed, Exit
from redaksi.cli.screen import complain
from redaksi.instance.language import gettext as _
from redaksi.instance.language import translate_argparse
from redaksi.instance.options import ConfigError

COMMANDS = {
    "init": init,
    "serve": serve,
    "upgrade": upgrade,
    "doctor": doctor,
    "sign-in": sign_in,
    "publish-due": publish_due,
    "press": press,
    "search-index": search_index,
    "config": config,
    "read-page": read_page,
    "statements": statements,
    "manage": manage,
}


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code (see ``redaksi.cli.exits``)."""
    translate_argparse()
    given = build_parser().parse_args(arguments)
    try:
        return int(COMMANDS[given.command].run(given) or Exit.DONE)
    except ConfigError as problem:
        complain(str(problem))
        return Exit.SETTINGS
    except CommandFailed as problem:
        complain(str(problem))
        return problem.code
    except KeyboardInterrupt:
        return Exit.INTERRUPTED
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return Exit.DONE


def build_parser() -> argparse.ArgumentParser:
    """Return the parser of the whole command line."""
    parser = argparse.ArgumentParser(
        prog="redaksi",
        description=_("Make, run and look after a newspaper; one directory is one newspaper."),
    )
    parser.add_argument("--version", action=ShowVersion, nargs=0, help=_("show the version"))
    subparsers = parser.add_subparsers(
        dest="command", required=True, metavar=_("COMMAND"), title=_("commands")
    )
    for command in COMMANDS.values():
        command.add_parser(subparsers)
    return parser


class ShowVersion(argparse.Action):
    """Prints the version and ends; it is looked up only when asked for, which is slow."""

    def __call__(self, parser: argparse.ArgumentParser, *_: object) -> None:
        """Print the installed version."""
        from importlib.metadata import version

        print(f"redaksi {version('redaksi')}")
        parser.exit()
