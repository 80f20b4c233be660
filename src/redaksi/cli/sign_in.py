"""``redaksi sign-in``: prints a fresh link that signs one user in, once."""

from __future__ import annotations

import argparse

from redaksi.cli.exits import CommandFailed, Exit
from redaksi.cli.flags import ADDRESS, add_directory, add_option_flags, given_options
from redaksi.cli.newspaper import at_work, open_newspaper
from redaksi.cli.running import running_on
from redaksi.cli.screen import say
from redaksi.instance.language import gettext as _


def add_parser(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the command to the command line."""
    parser = subparsers.add_parser(
        "sign-in",
        help=_("print a link that signs a user in, once"),
        description=_("Print a link that signs a user in; it works once, within 24 hours."),
    )
    add_directory(parser)
    parser.add_argument("user", metavar=_("USER"), help=_("the user's name"))
    add_option_flags(parser, ADDRESS)


def run(given: argparse.Namespace) -> Exit:
    """Print the link."""
    instance = open_newspaper(given.directory, given_options(given, ADDRESS))
    if given.port is None and (port := running_on(instance)) is not None:
        instance = open_newspaper(given.directory, {**given_options(given, ADDRESS), "port": port})
    with at_work(instance):
        say(instance.config.base_url + _link_for(given.user))
    return Exit.DONE


def _link_for(name: str) -> str:
    from redaksi.newsroom.models import User
    from redaksi.newsroom.signing_in import one_time_link

    user = User.objects.filter(username=name, is_active=True).first()
    if user is None:
        message = _('There is no active user "{name}"; look the name up in the newsroom.')
        raise CommandFailed(message.format(name=name))
    return one_time_link(user)
