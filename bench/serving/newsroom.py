"""Measures pages while the newsroom renders on the same core, and the memory of everything."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager
from statistics import median

from bench.serving import wrk
from bench.serving.archive import Served
from bench.serving.cores import SERVER
from bench.serving.desks import desk
from bench.serving.programs import family_of, proportional_memory, running
from bench.serving.rows import Better, Row, ratio_of
from bench.serving.settings import Run
from bench.serving.wrk import Load

RENDERING = 2
"""Connections that keep the newsroom rendering."""

SECONDS_TO_SETTLE = 20
MEGABYTE = 1_000_000


@contextmanager
def whole_paper(served: Served, *, core: int | None = None) -> Iterator[int]:
    """Run ``redaksi serve``; give the number of its first process."""
    command = served.command("serve")
    environment = served.environment
    with running(command, served.port, environment=environment, core=core) as process:
        yield process.pid


def beside_the_newsroom(run: Run) -> list[Row]:
    """Measure p99 of pages while two connections keep the newsroom rendering / p99 alone."""
    served = run.served
    with desk(served.environment) as newsroom:
        cookie = newsroom.ask("sign in")
    with whole_paper(served, core=SERVER):
        _pages(run)
        turns = [(_pages(run), *_both(run, cookie)) for _round in range(run.rounds)]
    alone, beside, renders = zip(*turns, strict=True)
    ours, other = (median(load.p99 for load in loads) for loads in (beside, alone))
    note = (
        f"medians of {run.rounds} runs; pages {_rate(alone)}/s alone, {_rate(beside)}/s beside "
        f"the newsroom, which made {_rate(renders)} pages a second"
    )
    what = "p99 of pages while the newsroom renders / p99 alone"
    cells = f"{ours:.2f} ms", f"{other:.2f} ms"
    return [Row(what, ratio_of(ours, other), Better.LESS, 2, 1.3, *cells, note=note)]


def _pages(run: Run) -> Load:
    return wrk.run(run.served.port, run.list_of_addresses, run.seconds)


def _both(run: Run, cookie: str) -> tuple[Load, Load]:
    """Return the load of readers and that of the newsroom; the latter begins a little sooner."""
    port, addresses = run.served.port, run.list_of_addresses
    rendering = wrk.start(
        port, addresses, run.seconds + 2, connections=RENDERING, headers={"Cookie": cookie}
    )
    time.sleep(1)
    pages = _pages(run)
    # It gives way, on a busy machine so much that nothing is done; the note says how much was.
    return pages, wrk.result(rendering, least=0)


def _rate(loads: tuple[Load, ...]) -> str:
    rate = median(load.rate for load in loads)
    return f"{rate:,.0f}" if rate > 10 else f"{rate:.1f}"


def memory(run: Run) -> list[Row]:
    """Measure the memory of every process of ``redaksi serve``, idle after the start."""
    with whole_paper(run.served) as pid:
        time.sleep(SECONDS_TO_SETTLE)
        family = family_of(pid)
        taken = proportional_memory(family) / MEGABYTE
    note = f"{len(family)} processes, proportional set size, {SECONDS_TO_SETTLE} s after the start"
    what, cells = "memory of redaksi serve, idle", (f"{taken:,.0f} MB",)
    return [Row(what, taken, Better.LESS, 400, 250, *cells, unit="MB", note=note)]
