"""Measures how many articles a second ``redaksi press --all`` makes, on all cores."""

from __future__ import annotations

import shutil

from bench.serving.archive import Served
from bench.serving.cores import ALL
from bench.serving.desks import desk
from bench.serving.rows import Better, Row
from bench.serving.settings import Run

SAMPLE = 300


def from_scratch(run: Run) -> list[Row]:
    """Throw the pages away and make them again: articles a second, the program's start included."""
    served = Served.at(run.place, run.articles)
    shutil.rmtree(served.paper.directory / "pages", ignore_errors=True)
    seconds = served.press(anew=True)
    number = len(served.addresses(run.articles))
    note = f"{number:,} articles in {seconds:.0f} s on {len(ALL)} cores; {_shares(run, served)}"
    rate = number / seconds
    what, cells = "articles pressed a second, from scratch", (f"{rate:,.0f}/s",)
    return [Row(what, rate, Better.MORE, 300, 800, *cells, unit="/s", note=note)]


def _shares(run: Run, served: Served) -> str:
    place = run.place / "pages of the sample"
    with desk(served.environment) as newsroom:
        sample = newsroom.ask("addresses", limit=SAMPLE)
        spent = newsroom.ask("shares", addresses=sample, store_at=str(place))
    shutil.rmtree(place)
    parts = ", ".join(f"{name} {ms:.1f} ms" for name, ms in spent.items())
    return f"a page on one core: {parts}"
