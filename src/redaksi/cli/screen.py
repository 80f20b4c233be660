"""Prints for people: colour, tables and bars on a terminal, plain lines everywhere else."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Protocol

PLAIN_STEPS = 10


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


def table(headings: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    """Print rows under headings; without a terminal one line each, parts set off by colons."""
    if not is_terminal():
        for row in rows:
            say(": ".join(part for part in row if part))
        return
    from rich.console import Console
    from rich.table import Table

    grid = Table(*headings)
    for row in rows:
        grid.add_row(*row)
    Console(markup=False, highlight=False).print(grid)


@contextmanager
def progress(title: str) -> Iterator[Report]:
    """Show how far a long piece of work is: a bar on a terminal, else about ten lines."""
    if is_terminal():
        with _bar(title) as report:
            yield report
    else:
        yield _lines(title)


@contextmanager
def _bar(title: str) -> Iterator[Report]:
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

    with Progress(TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn()) as bar:
        task = bar.add_task(title, total=None)

        def report(done: int, total: int) -> None:
            bar.update(task, completed=done, total=total)

        yield report


def _lines(title: str) -> Report:
    def report(done: int, total: int) -> None:
        step = max(1, total // PLAIN_STEPS)
        if done == total or done % step == 0:
            say(f"{title}: {done}/{total}")

    return report
