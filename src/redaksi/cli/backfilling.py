"""``redaksi statements backfill DIR``: reads the archive of a newspaper for statements."""

from __future__ import annotations

from pathlib import Path

from redaksi.cli.newspaper import at_work, open_newspaper
from redaksi.cli.pace import tell_stories


def backfill_newspaper(directory: Path) -> None:
    """Read every story that was not read yet, telling how far it is."""
    with at_work(open_newspaper(directory)):
        _read_all()


def _read_all() -> None:
    from redaksi.statements.backfilling import backfill

    tell_stories((step.done, step.done, step.total) for step in backfill())
