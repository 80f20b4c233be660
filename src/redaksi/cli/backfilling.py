"""``redaksi statements backfill DIR``: reads the archive of a newspaper for statements."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from redaksi.cli.exits import CommandFailed
from redaksi.cli.newspaper import at_work, open_newspaper
from redaksi.cli.pace import tell_stories
from redaksi.instance.language import gettext as _


def backfill_newspaper(directory: Path) -> None:
    """Read every story that was not read yet, telling how far it is."""
    with at_work(open_newspaper(directory)):
        _read_all()


def _read_all() -> None:
    from redaksi.statements.backfilling import backfill

    failed = 0

    def steps() -> Iterator[tuple[int, int, int]]:
        nonlocal failed
        for step in backfill():
            failed = step.failed
            yield step.done, step.done, step.total

    tell_stories(steps())
    if failed:
        raise CommandFailed(
            _("Stories that could not be read, for reasons that are in the log: {n}.").format(
                n=failed
            )
        )
