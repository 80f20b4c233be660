"""Runs one fault in a process and a newspaper of its own, and brings its report back."""

from __future__ import annotations

import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass

from faults.clusters import NoPostgreSQL
from faults.papers import Paper, new_paper
from faults.report import Report
from tests.shape import ROOT


@dataclass(frozen=True)
class Order:
    """What is to be done: ``without`` names a control to switch off, after which it must fail."""

    fault: str
    database: str
    rounds: int
    seed: int
    without: str = ""


class FaultBroken(Exception):
    """The fault test itself broke; what its processes said is in the message."""


def run(order: Order, *, seconds: float = 580) -> Report:
    """Do what was ordered.

    Raises:
        FaultBroken: if the test did not come to its end in time.
    """
    started = time.monotonic()
    try:
        with new_paper(order.database) as paper:
            report = _perform(order, paper, seconds)
    except NoPostgreSQL as problem:
        report = Report(order.fault, order.database, order.seed, skipped=str(problem))
    report.seconds = time.monotonic() - started
    return report


def _perform(order: Order, paper: Paper, seconds: float) -> Report:
    words = [order.fault, order.database, str(order.rounds), str(order.seed), order.without]
    if paper.cluster is not None:
        words += [str(paper.cluster.folder), str(paper.cluster.port)]
    with tempfile.TemporaryFile("w+") as said:
        done = subprocess.run(
            [sys.executable, "-m", "faults.performing", *words],
            env=paper.environment(),
            cwd=ROOT,
            stdout=subprocess.PIPE,
            stderr=said,
            timeout=seconds,
            text=True,
            check=False,
        )
        said.seek(0)
        if done.returncode:
            raise FaultBroken(f"{order} broke:\n{said.read()[-6000:]}")
    return Report.unpacked(done.stdout.splitlines()[-1])
