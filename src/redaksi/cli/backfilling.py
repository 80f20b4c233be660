"""``redaksi statements backfill DIR``: reads the archive of a newspaper for statements."""

from __future__ import annotations

import time
from pathlib import Path

from redaksi.cli.newspaper import at_work, open_newspaper
from redaksi.cli.screen import progress, say
from redaksi.instance.language import gettext as _


def backfill_newspaper(directory: Path) -> None:
    """Read every story that was not read yet, telling how far it is."""
    with at_work(open_newspaper(directory)):
        _read_all()


def _read_all() -> None:
    from redaksi.statements.backfilling import backfill

    done, started = 0, time.monotonic()
    with progress(_("Stories"), with_pace=True) as report:
        for step in backfill():
            done = step.done
            report(step.done, step.total)
    seconds = max(0.001, time.monotonic() - started)
    said = _("{done} stories in {seconds:.1f} s, {rate:.0f} a second.")
    say(said.format(done=done, seconds=seconds, rate=done / seconds))
