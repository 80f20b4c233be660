"""Checks the clock: scheduled stories and embargoes depend on it."""

from __future__ import annotations

import tempfile
import time
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from redaksi.cli.checks.result import Check, failed, good
from redaksi.instance.language import gettext as _
from redaksi.instance.layout import Instance
from redaksi.instance.reasons import why

FIRST_YEAR, LAST_YEAR = 2026, 2100
LARGEST_DIFFERENCE_SECONDS = 5


def check_clock(instance: Instance) -> Iterator[Check]:
    """Check the date, the newspaper's zone, and the disk's clock against the machine's."""
    yield check_date(datetime.now(UTC), instance.config.timezone)
    yield check_disk_clock(instance.directory)


def check_date(now: datetime, timezone: str) -> Check:
    """Whether the date is plausible, shown in the newspaper's zone."""
    found = f"{now.astimezone(ZoneInfo(timezone)):%Y-%m-%d %H:%M:%S %z} ({timezone})"
    if FIRST_YEAR <= now.year < LAST_YEAR:
        return good("clock", found)
    return failed("clock", found, _("Set the machine's clock, best with a time service (NTP)."))


def check_disk_clock(directory: Path) -> Check:
    """Whether a file written now carries about the time that the machine shows."""
    try:
        with tempfile.NamedTemporaryFile(dir=directory) as file:
            return compare(time.time(), Path(file.name).stat().st_mtime)
    except OSError as problem:
        advice = _("Give the user who serves the newspaper write access to {folder}.")
        return failed("disk clock", why(problem), advice.format(folder=directory))


def compare(machine: float, disk: float) -> Check:
    """Whether two clocks, in seconds of the Unix era, agree well enough."""
    difference = round(abs(machine - disk))
    found = _("{seconds} s from the machine's clock").format(seconds=difference)
    if difference <= LARGEST_DIFFERENCE_SECONDS:
        return good("disk clock", found)
    return failed("disk clock", found, _("Set the clock of the file server to the same time."))
