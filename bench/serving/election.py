"""Election night: steady load on few stories and the home page while stories are published."""

from __future__ import annotations

import json
import select
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict

from bench.serving import wrk
from bench.serving.cores import LOAD, SERVER, on_core
from bench.serving.desks import Desk, desk
from bench.serving.newsroom import whole_paper
from bench.serving.open_loop import Plan, Taken
from bench.serving.programs import ProgramFailed
from bench.serving.quantiles import Histogram, quantile
from bench.serving.rows import Better, Row
from bench.serving.settings import Run
from bench.serving.watching import Reader, first_seen, shows

STORIES = 10_000
HOME_SHARE = 0.3
CONNECTIONS = 200
"""Of all generators together."""

SECONDS_BETWEEN_CHANGES = 5.0
POPULAR = 50
"""The stories that change are among the most popular."""

SECONDS_TO_SETTLE = 600.0

ON_TIME = 0.005
"""Seconds within which the generator gets to a request, or else its own delay is measured."""


def night(run: Run) -> list[Row]:
    """Ask at half of the measured limit; errors and p99."""
    stories = run.addresses[:STORIES]
    served, listed = run.served, run.write("stories", stories)
    with whole_paper(served, core=SERVER), desk(served.environment, core=SERVER) as newsroom:
        _wait_until_all_is_made(newsroom)
        wrk.run(served.port, listed, run.seconds)
        limit = max(wrk.run(served.port, listed, run.seconds).rate for _run in range(run.rounds))
        with _generators(_plans(run, stories, limit / 2)) as generators:
            reader = Reader(served.port, served.tree)
            changes = _change(newsroom, reader, stories, generators)
            reader.close()
            taken = _all_of([_result(generator) for generator in generators])
    return _rows(taken, changes, limit)


def _wait_until_all_is_made(newsroom: Desk) -> None:
    """Let the worker end what an earlier figure left, which it would do beside the load."""
    deadline = time.monotonic() + SECONDS_TO_SETTLE
    while waiting := newsroom.ask("waiting"):
        if time.monotonic() > deadline:
            raise ProgramFailed(f"{waiting} pages or more are still to be made")
        time.sleep(1)


def _plans(run: Run, stories: list[str], rate: float) -> list[Plan]:
    number, port = len(LOAD), run.served.port
    seconds = run.minutes * 60
    return [
        Plan(port, stories, HOME_SHARE, rate / number, seconds, CONNECTIONS // number, seed)
        for seed in range(number)
    ]


@contextmanager
def _generators(plans: list[Plan]) -> Iterator[list[subprocess.Popen[str]]]:
    generators = [_start(plan) for plan in plans]
    try:
        yield generators
    finally:
        for generator in generators:
            generator.kill()
            generator.wait()


def _start(plan: Plan) -> subprocess.Popen[str]:
    process = subprocess.Popen(
        on_core(LOAD[plan.seed], [sys.executable, "-m", "bench.serving.open_loop"]),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )
    assert process.stdin is not None
    json.dump(asdict(plan), process.stdin)
    process.stdin.close()
    process.stdin = None
    return process


def _change(
    newsroom: Desk, reader: Reader, stories: list[str], generators: list[subprocess.Popen[str]]
) -> list[float]:
    """Publish a changed story every few seconds; return when readers saw each: milliseconds."""
    seen: list[float] = []
    next_change = time.monotonic() + SECONDS_BETWEEN_CHANGES
    while not _is_over(generators):
        if time.monotonic() < next_change:
            time.sleep(0.05)
            continue
        next_change += SECONDS_BETWEEN_CHANGES
        address = stories[len(seen) % min(POPULAR, len(stories))]
        told = newsroom.ask("publish again", address=address)
        shown = first_seen(reader, {address: shows(told["word"])})
        seen.append(1000 * (shown[address] - told["begun"]))
    return seen


def _is_over(generators: list[subprocess.Popen[str]]) -> bool:
    """Whether a generator has something to tell; it ends only when that is read."""
    outputs = [generator.stdout for generator in generators if generator.stdout is not None]
    return bool(select.select(outputs, [], [], 0)[0])


def _result(generator: subprocess.Popen[str]) -> Taken:
    said, _errors = generator.communicate()
    if generator.returncode:
        raise ProgramFailed("a load generator failed; its own error stands above")
    told = json.loads(said)
    latencies, lateness = Histogram(told.pop("latencies")), Histogram(told.pop("lateness"))
    return Taken(latencies, lateness, **told)


def _all_of(parts: list[Taken]) -> Taken:
    total = parts[0]
    for part in parts[1:]:
        total = Taken(
            total.latencies + part.latencies,
            total.lateness + part.lateness,
            total.sent + part.sent,
            total.errors + part.errors,
            max(total.seconds, part.seconds),
        )
    return total


def _rows(taken: Taken, changes: list[float], limit: float) -> list[Row]:
    p99, rate = 1000 * taken.latencies.quantile(0.99), taken.sent / taken.seconds
    late = taken.lateness.quantile(0.99)
    kept_up = late <= ON_TIME and rate >= 0.99 * limit / 2
    shown = f"p99 {quantile(changes, 0.99):.0f} ms" if changes else "none"
    note = (
        f"{taken.sent:,} requests in {taken.seconds:.0f} s; p50 "
        f"{1000 * taken.latencies.quantile(0.5):.2f} ms, p99.9 "
        f"{1000 * taken.latencies.quantile(0.999):.1f} ms; {rate:,.0f}/s asked of a limit of "
        f"{limit:,.0f}/s; {len(changes)} changes, visible after: {shown}; the generator "
        f"{'kept up' if kept_up else 'DID NOT KEEP UP'}: p99 {1000 * late:.2f} ms after the time"
    )
    what = "election night, {}"
    errors = Row(what.format("errors"), taken.errors, Better.LESS, 0, None, str(taken.errors))
    slow = Row(
        what.format("p99 from when a request was due"),
        p99,
        Better.LESS,
        50,
        None,
        f"{p99:.1f} ms",
        unit="ms",
        note=note,
    )
    return [errors, slow]
