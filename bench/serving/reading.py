"""Measures how soon the statements of a saved draft are found, everything else at work."""

from __future__ import annotations

from bench.serving.archive import Served
from bench.serving.desks import desk
from bench.serving.newsroom import whole_paper
from bench.serving.publishing import WARM_UPS
from bench.serving.quantiles import quantile
from bench.serving.rows import Better, Row
from bench.serving.settings import Run


def until_found(run: Run) -> list[Row]:
    """Measure saving a draft -> its statements in the record, in the largest archive."""
    size = max(run.sizes)
    served = Served.at(run.place / "publishing", size)
    with desk(served.environment) as newsroom:
        newsroom.ask("get ready", whole=run.whole)
        with whole_paper(served):
            saves = range(WARM_UPS + run.publishes)
            told = [newsroom.ask("save until read", number=number) for number in saves]
    taken = [1000 * one["seconds"] for one in told[WARM_UPS:]]
    found = sum(one["statements"] for one in told[WARM_UPS:])
    p99 = quantile(taken, 0.99)
    what = f"save → statements found, p99 at {size:,} articles"
    note = (
        f"{len(taken)} drafts with {found} statements, p50 {quantile(taken, 0.5):.0f} ms, "
        f"longest {max(taken):.0f} ms"
    )
    return [Row(what, p99, Better.LESS, 2000, ours=f"{p99:.0f} ms", unit="ms", note=note)]
