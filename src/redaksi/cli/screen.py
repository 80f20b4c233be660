"""Prints for people: colour, tables and bars on a terminal, plain lines everywhere else."""

from __future__ import annotations

import datetime
import shutil
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from itertools import zip_longest
from typing import Protocol

from redaksi.instance.language import gettext as _

PLAIN_STEPS = 10
#: Columns of a table that goes into a file or another program.
WIDTH = 120


class Report(Protocol):
    """Takes note that ``done`` of ``total`` steps are finished."""

    def __call__(self, done: int, total: int) -> None:
        """Show how far the work is."""


def say(line: str = "") -> None:
    """Print one line at once, also into a pipe."""
    print(line, flush=True)


def complain(line: str) -> None:
    """Print one line on the error stream, marked as ours."""
    print(f"redaksi: {line}", file=sys.stderr, flush=True)


def is_terminal() -> bool:
    """Whether a person is watching the output."""
    return sys.stdout.isatty()


def table(
    headings: Sequence[str],
    rows: Sequence[Sequence[str]],
    *,
    always_drawn: bool = False,
    shares: Sequence[int | None] = (),
) -> None:
    """Print rows under headings; without a terminal one line each, parts set off by colons.

    Always drawn, it is a grid without a terminal, too, as wide as ``COLUMNS`` says (120). Shares
    say how the width is divided among the columns; without one a column is as wide as its cells.
    """
    if not always_drawn and not is_terminal():
        for row in rows:
            say(": ".join(part for part in row if part))
        return
    from rich.console import Console
    from rich.table import Table

    width = None if is_terminal() else shutil.get_terminal_size((WIDTH, 0)).columns
    grid = Table(expand=bool(shares))
    for heading, share in zip_longest(headings, shares):
        grid.add_column(heading, ratio=share)
    for row in rows:
        grid.add_row(*row)
    Console(markup=False, highlight=False, width=width).print(grid)


@contextmanager
def progress(title: str, *, with_pace: bool = False) -> Iterator[Report]:
    """Show how far a long piece of work is: a bar on a terminal, else about ten lines.

    With pace, also how many steps a second there are and how much time is left.
    """
    if is_terminal():
        with _bar(title, with_pace=with_pace) as report:
            yield report
    else:
        yield _paced_lines(title) if with_pace else _lines(title)


@contextmanager
def _bar(title: str, *, with_pace: bool) -> Iterator[Report]:
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

    said = [TextColumn("{task.fields[pace]}")] if with_pace else []
    columns = [TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), *said]
    with Progress(*columns) as bar:
        task, pace = bar.add_task(title, total=None, pace=""), Pace()

        def report(done: int, total: int) -> None:
            bar.update(task, completed=done, total=total, pace=pace.in_words(done, total))

        yield report


class Pace:
    """How fast steps are done, counted from the first report on."""

    def __init__(self) -> None:
        self._started: tuple[float, int] | None = None

    def in_words(self, done: int, total: int) -> str:
        """Return steps a second and the time left; empty before there is anything to tell."""
        now = time.monotonic()
        began, first = self._started = self._started or (now, done)
        if now <= began or done <= first:
            return ""
        rate = (done - first) / (now - began)
        left = datetime.timedelta(seconds=round((total - done) / rate))
        return _("{rate:.0f} a second, {left} left").format(rate=rate, left=left)


def _lines(title: str) -> Report:
    def report(done: int, total: int) -> None:
        step = max(1, total // PLAIN_STEPS)
        if done == total or done % step == 0:
            say(f"{title}: {done}/{total}")

    return report


def _paced_lines(title: str) -> Report:
    pace, said = Pace(), -1

    def report(done: int, total: int) -> None:
        nonlocal said
        words, step = pace.in_words(done, total), PLAIN_STEPS * done // max(1, total)
        if step > said:
            said = step
            say(f"{title}: {done}/{total}" + (f", {words}" if words else ""))

    return report
