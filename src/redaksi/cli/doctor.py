"""``redaksi doctor``: looks a newspaper over and says what to do."""

from __future__ import annotations

import argparse
import json
import os
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path

from redaksi.cli.checks.clock import check_clock
from redaksi.cli.checks.database import check_database
from redaksi.cli.checks.files import check_files
from redaksi.cli.checks.newsroom import check_newsroom_path
from redaksi.cli.checks.result import Check, State, failed, good
from redaksi.cli.checks.settings import check_address, check_deployment
from redaksi.cli.exits import CommandFailed, Exit
from redaksi.cli.flags import add_directory
from redaksi.cli.newspaper import at_work
from redaksi.cli.screen import say, table
from redaksi.instance.config import ConfigError
from redaksi.instance.language import gettext as _
from redaksi.instance.layout import Instance


def add_parser(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the command to the command line."""
    parser = subparsers.add_parser(
        "doctor",
        help=_("look a newspaper over and say what to do"),
        description=_("Look a newspaper over: settings, files, clock, database."),
    )
    add_directory(parser)
    parser.add_argument("--json", action="store_true", help=_("print the report as JSON"))


def run(given: argparse.Namespace) -> Exit:
    """Print the report; fail when a check failed."""
    checks = list(examine(given.directory))
    if given.json:
        say(json.dumps([asdict(check) for check in checks], ensure_ascii=False, indent=2))
    else:
        _print(checks)
    return Exit.FAILED if any(check.state is State.FAILED for check in checks) else Exit.DONE


def examine(directory: Path) -> Iterator[Check]:
    """Check everything that can be checked, the simple things first."""
    try:
        instance = Instance.open(directory, environ=os.environ)
    except ConfigError as problem:
        yield _refused("settings", problem)
        return
    yield good("settings", str(instance.toml))
    yield check_address(instance.config)
    yield from check_files(instance)
    yield from check_clock(instance)
    yield from _examine_at_work(instance)


def _examine_at_work(instance: Instance) -> Iterator[Check]:
    try:
        with at_work(instance):
            of_the_database = list(check_database(instance))
            yield from of_the_database
            if all(check.state is not State.FAILED for check in of_the_database):
                yield check_newsroom_path(instance.config)
            yield from check_deployment()
    except (ConfigError, CommandFailed) as problem:
        yield _refused("start", problem)


def _refused(name: str, problem: Exception) -> Check:
    """Return a failure whose sentence may say behind a semicolon what to do."""
    found, _sign, advice = str(problem).rstrip(".").partition("; ")
    advice = f"{advice[0].upper()}{advice[1:]}." if advice else _("Mend what the sentence names.")
    return failed(name, found, advice)


def _print(checks: list[Check]) -> None:
    words = {
        State.GOOD: _("good"),
        State.WARNING: _("to better"),
        State.FAILED: _("TO MEND"),
    }
    headings = (_("Check"), _("State"), _("Found"), _("What to do"))
    rows = [(check.name, words[check.state], check.found, check.advice) for check in checks]
    table(headings, rows)
