"""Looks a newspaper over before it is served: a short process of its own.

The supervisor stays small because Django is loaded here and not there. The last line of standard
output is JSON: either ``sign_in`` (a path or null), or ``problem`` and ``code``.
"""

from __future__ import annotations

import json
import os
from pathlib import Path

from redaksi.cli import sqlite
from redaksi.cli.exits import CommandFailed, Exit
from redaksi.cli.migrating import pending_migrations
from redaksi.cli.newspaper import at_work, open_newspaper
from redaksi.cli.screen import say
from redaksi.instance.config import DIRECTORY_VARIABLE
from redaksi.instance.language import gettext as _
from redaksi.instance.layout import Instance
from redaksi.instance.options import ConfigError


def main() -> None:
    """Look the newspaper over and print what was found."""
    try:
        say(json.dumps({"sign_in": _look_over()}))
    except ConfigError as problem:
        say(json.dumps({"problem": str(problem), "code": Exit.SETTINGS}))
    except CommandFailed as problem:
        say(json.dumps({"problem": str(problem), "code": problem.code}))


def _look_over() -> str | None:
    instance = open_newspaper(Path(os.environ[DIRECTORY_VARIABLE]))
    with at_work(instance):
        sqlite.require_safe(sqlite.version_in_use())
        _require_migrated(instance)
        _require_open_addresses()
        _follow_base_url(instance)
        return _first_sign_in()


def _require_migrated(instance: Instance) -> None:
    if pending_migrations():
        message = _("The database is older than the program; run redaksi upgrade {directory}.")
        raise CommandFailed(message.format(directory=instance.directory), Exit.NEEDS_UPGRADE)


def _require_open_addresses() -> None:
    from redaksi.newsroom.collisions import hidden_by_the_newsroom

    problem = hidden_by_the_newsroom()
    if problem:
        raise CommandFailed(problem, Exit.SETTINGS)


def _follow_base_url(instance: Instance) -> None:
    from redaksi.founding import follow_base_url

    follow_base_url(instance.config)


def _first_sign_in() -> str | None:
    from redaksi.newsroom.models import User
    from redaksi.newsroom.signing_in import one_time_link

    first = User.objects.filter(is_superuser=True).order_by("pk").first()
    if first is None or not first.is_active or first.last_login is not None:
        return None
    return one_time_link(first)


if __name__ == "__main__":
    main()
