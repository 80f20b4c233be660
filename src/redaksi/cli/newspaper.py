"""Opens a newspaper for a command, and starts Django on it when the command needs it."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from redaksi.cli.exits import CommandFailed, Exit
from redaksi.instance.config import DIRECTORY_VARIABLE, Config, variables_for
from redaksi.instance.language import gettext as _
from redaksi.instance.layout import Instance

NO_FLAGS: Mapping[str, object] = {}
QUIET: Mapping[str, object] = {"log_level": "warning"}
"""For commands that end by themselves: their own lines are report enough."""


def open_newspaper(directory: Path, flags: Mapping[str, object] = NO_FLAGS) -> Instance:
    """Return the finished newspaper in the directory, its settings checked."""
    instance = Instance.open(directory, environ=os.environ, flags=flags)
    if not instance.is_finished:
        message = _(
            "{directory} holds a newspaper whose creation was interrupted; "
            "remove the directory and run redaksi init again."
        )
        raise CommandFailed(message.format(directory=instance.directory), Exit.SETTINGS)
    return instance


def environment(instance: Instance, flags: Mapping[str, object] = NO_FLAGS) -> dict[str, str]:
    """Return the environment in which Django finds the newspaper and the flags given."""
    return {
        **os.environ,
        **variables_for(flags),
        DIRECTORY_VARIABLE: str(instance.directory),
        "DJANGO_SETTINGS_MODULE": "redaksi.settings",
    }


@contextmanager
def at_work(instance: Instance, flags: Mapping[str, object] = NO_FLAGS) -> Iterator[None]:
    """Run the block with Django started; a database that fails becomes one clear sentence.

    Django sees those flags alone that are given here, too.
    """
    as_usual = instance.config.log_level == Config.log_level
    os.environ.update(environment(instance, {**flags, **(QUIET if as_usual else NO_FLAGS)}))
    import django
    from django.core.exceptions import ImproperlyConfigured
    from django.db.utils import Error

    try:
        django.setup()
        yield
    except ImproperlyConfigured as problem:
        raise CommandFailed(_one_line(problem), Exit.SETTINGS) from problem
    except Error as problem:
        message = _("The database cannot be used: {problem}; run redaksi doctor {directory}.")
        sentence = message.format(problem=_one_line(problem), directory=instance.directory)
        raise CommandFailed(sentence, Exit.DATABASE) from problem


def _one_line(problem: Exception) -> str:
    return " ".join(str(problem).split()).rstrip(".")
