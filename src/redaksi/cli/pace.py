"""Tells how far work on many stories is, and in the end how many were done how fast."""

from __future__ import annotations

import time
from collections.abc import Iterable

from redaksi.cli.screen import progress, say
from redaksi.instance.language import gettext as _


def tell_stories(steps: Iterable[tuple[int, int, int]]) -> None:
    """Go through the steps: stories of this run, stories done by now, and of how many."""
    now, started = 0, time.monotonic()
    with progress(_("Stories"), with_pace=True) as report:
        for step in steps:
            now, done, total = step
            report(done, total)
    seconds = max(0.001, time.monotonic() - started)
    said = _("{done} stories in {seconds:.1f} s, {rate:.0f} a second.")
    say(said.format(done=now, seconds=seconds, rate=now / seconds))
