"""``redaksi config``: prints a ready configuration of another server for the same page tree."""

from __future__ import annotations

import argparse

from redaksi.cli.exits import Exit
from redaksi.cli.flags import add_directory
from redaksi.cli.newspaper import open_newspaper
from redaksi.cli.screen import say
from redaksi.instance.language import gettext as _

SERVERS = ("nginx", "caddy", "varnish", "systemd")


def add_parser(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the command to the command line."""
    parser = subparsers.add_parser(
        "config",
        help=_("print a configuration for nginx, Caddy, Varnish or systemd"),
        description=_(
            "Print a ready configuration of another server. Print it again after an upgrade, and "
            "after changing base_url, host, port, newsroom_path or upload_limit_mb."
        ),
    )
    parser.add_argument("server", choices=SERVERS, help=_("what the configuration is for"))
    add_directory(parser)


def run(given: argparse.Namespace) -> Exit:
    """Print the configuration."""
    from redaksi.cli.configuring import configuration

    instance = open_newspaper(given.directory)
    say(configuration(given.server, instance).rstrip("\n"))
    return Exit.DONE
