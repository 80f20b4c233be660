"""``redaksi upgrade``: brings a newspaper's database to the installed version."""

from __future__ import annotations

import argparse

from redaksi.cli.exits import Exit
from redaksi.cli.flags import add_directory
from redaksi.cli.migrating import migrate
from redaksi.cli.newspaper import at_work, open_newspaper
from redaksi.cli.screen import say
from redaksi.cli.search_index import make_index
from redaksi.instance.language import gettext as _
from redaksi.instance.language import ngettext
from redaksi.instance.layout import Instance


def add_parser(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the command to the command line."""
    parser = subparsers.add_parser(
        "upgrade",
        help=_("bring a newspaper's database to this version"),
        description=_("Bring a newspaper's database to the installed version; stop serving first."),
    )
    add_directory(parser)


def run(given: argparse.Namespace) -> Exit:
    """Apply what the database lacks."""
    instance = open_newspaper(given.directory)
    with at_work(instance):
        steps = migrate()
        _furnish(instance)
        _index()
    done = ngettext("Upgraded: {steps} step.", "Upgraded: {steps} steps.", steps)
    say(done.format(steps=steps) if steps else _("The database is up to date already."))
    return Exit.DONE


def _index() -> None:
    from redaksi.articles.finding.rebuilding import is_wanted

    if is_wanted():
        make_index()


def _furnish(instance: Instance) -> None:
    from redaksi.founding import furnish

    furnish(instance.config)
