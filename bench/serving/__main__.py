"""Measures how readers are served: against nginx, Django, the clock, and a larger archive."""

from __future__ import annotations

import argparse
import shutil
import signal
import sys
import tempfile
import traceback
from collections.abc import Callable
from pathlib import Path

from bench.machine import facts
from bench.serving import election, newsroom, nginx, pages, pressing, publishing, reading, wrk
from bench.serving.cores import LOAD, SERVER
from bench.serving.programs import ProgramFailed, ProgramMissing
from bench.serving.rows import Row
from bench.serving.settings import Run
from bench.serving.table import show, write
from bench.serving.watching import NeverSeen

FIGURES: dict[str, Callable[[Run], list[Row]]] = {
    "pressing": pressing.from_scratch,
    "try_files": pages.against_probing,
    "rewrite": pages.against_tuned,
    "django": pages.against_django,
    "304": pages.not_modified,
    "newsroom": newsroom.beside_the_newsroom,
    "memory": newsroom.memory,
    "publishing": publishing.until_visible,
    "reading": reading.until_found,
    "election": election.night,
}
#: Figures that need the load generator.
UNDER_LOAD = {"try_files", "rewrite", "django", "304", "newsroom", "election"}


def main() -> int:
    """Measure and report; what is over a limit is said in the table, never by failing."""
    given = _parser().parse_args()
    # Whatever was started must end, too.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))
    place = given.at or Path(tempfile.mkdtemp(prefix="redaksi-serving-"))
    place.mkdir(parents=True, exist_ok=True)
    names = [name for name in FIGURES if given.only in ("", name)]
    rows: list[Row] = []
    skipped: list[str] = []
    try:
        run = _run(given, place.absolute())
        for name in names:
            _measure(name, run, rows, skipped)
    finally:
        if not given.at:
            shutil.rmtree(place)
    lines = [*facts({"sqlite": _sqlite()}), *_about(run), *skipped]
    show(rows, lines)
    if given.output:
        write(given.output, rows, lines)
    return 2 if skipped else 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m bench.serving", description=__doc__)
    add = parser.add_argument
    add("--only", default="", choices=["", *FIGURES], metavar="NAME", help=", ".join(FIGURES))
    add("--articles", type=int, default=20_000, metavar="N", help="in the paper that is served")
    add("--seconds", type=float, default=5, metavar="S", help="of each run under load (5)")
    add("--rounds", type=int, default=3, metavar="N", help="turns of ours and the other (3)")
    add("--sizes", type=_numbers, default=[10_000, 100_000], metavar="N,N", help="for publishing")
    add("--publishes", type=int, default=100, metavar="N", help="in each of these archives (100)")
    add("--whole", action="store_true", help="press these archives as a whole before")
    add("--minutes", type=float, default=10, metavar="M", help="of election night (10)")
    add("--output", type=Path, metavar="FILE", help="also write it as Markdown")
    add("--at", type=Path, metavar="DIR", help="where the papers are made and left for next time")
    return parser


def _numbers(text: str) -> list[int]:
    return [int(part) for part in text.replace("_", "").split(",")]


def _run(given: argparse.Namespace, place: Path) -> Run:
    return Run(
        place=place,
        articles=given.articles,
        seconds=given.seconds,
        rounds=given.rounds,
        sizes=given.sizes,
        publishes=given.publishes,
        whole=given.whole,
        minutes=given.minutes,
    )


def _measure(name: str, run: Run, rows: list[Row], skipped: list[str]) -> None:
    try:
        if name in UNDER_LOAD:
            wrk.require_wrk()
        measured = FIGURES[name](run)
    except (ProgramMissing, ProgramFailed, NeverSeen) as problem:
        skipped.append(f"NOT MEASURED: {name}: {problem}")
        print(skipped[-1], file=sys.stderr, flush=True)
        return
    except Exception as problem:
        # The figures measured before shall not be lost.
        skipped.append(f"NOT MEASURED: {name}: {problem!r}")
        traceback.print_exc()
        return
    rows += measured
    for row in measured:
        print(" | ".join([*row.cells(), row.note]), file=sys.stderr, flush=True)


def _about(run: Run) -> list[str]:
    cores = f"servers on core {SERVER}, load on {', '.join(map(str, LOAD))}"
    turns = f"{run.rounds} turns of {run.seconds:g} s with {wrk.CONNECTIONS} connections"
    return [
        f"nginx {nginx.version()}, {wrk.version()}; {cores}",
        f"{run.articles:,} articles; {turns}, the best of each counts (of p99 the median)",
    ]


def _sqlite() -> str:
    from pysqlite3 import dbapi2

    return str(dbapi2.sqlite_version)


if __name__ == "__main__":
    sys.exit(main())
