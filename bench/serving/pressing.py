"""Measures how many articles a second are pressed, on all cores."""

from __future__ import annotations

import shutil

from bench.serving.archive import Served
from bench.serving.cores import ALL
from bench.serving.desks import desk
from bench.serving.rows import Better, Row
from bench.serving.settings import Run

SAMPLE = 300


def from_scratch(run: Run) -> list[Row]:
    """Throw the pages away and make them again: first those of articles, then all others.

    A second of the first figure makes articles' own pages; of the second, all that is theirs,
    with every list and feed in which they stand.
    """
    served = Served.at(run.place, run.articles)
    shutil.rmtree(served.paper.directory / "pages", ignore_errors=True)
    with desk(served.environment) as newsroom:
        spent = newsroom.ask("press from scratch")
    served.pressed.touch()
    number, pages = spent["articles"], spent["articles"] + spent["others"]
    seconds = spent["articles took"] + spent["others took"]
    what = "articles pressed a second, from scratch"
    rate, whole = number / spent["articles took"], number / seconds
    note = f"{number:,} articles' pages on {len(ALL)} cores; {_shares(run, served)}"
    with_lists = f"{pages:,} pages in {seconds:.0f} s, {pages / seconds:,.0f} a second"
    return [
        Row(what, rate, Better.MORE, 300, 800, f"{rate:,.0f}/s", unit="/s", note=note),
        Row(
            "the same with every list, feed and day of that paper",
            whole, Better.MORE, None, None, f"{whole:,.0f}/s", unit="/s", note=with_lists,
        ),
    ]  # fmt: skip


def _shares(run: Run, served: Served) -> str:
    place = run.place / "pages of the sample"
    with desk(served.environment) as newsroom:
        sample = newsroom.ask("addresses", limit=SAMPLE)
        spent = newsroom.ask("shares", addresses=sample, store_at=str(place))
    shutil.rmtree(place)
    parts = ", ".join(f"{name} {ms:.1f} ms" for name, ms in spent.items())
    return f"a page on one core: {parts}"
